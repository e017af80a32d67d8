import { serveReading } from '@article21/ingest/apart';

// The process in which tables and documents of somebody else are read: see `readTableApart`.
await serveReading(process.argv[2] ?? '', process.stdout);
