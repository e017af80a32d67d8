import { serveTable } from '@article21/ingest/apart';

// The process in which a table of somebody else's is read: see `readTableApart`.
await serveTable(process.argv[2] ?? '', process.stdout);
