/** The pages as React components that need neither a browser nor Node: a server writes them, the dashboard hydrates them. */
export { type Answer, answerKeys, SERVED_PAGE, type ServedPage } from '../served-page.ts';
export { AddressIssues } from './address-issues.tsx';
export { CopyButton } from './copy-button.tsx';
export { Footer } from './footer.tsx';
export { Frame } from './frame.tsx';
export { Header } from './header.tsx';
export { Link } from './link.tsx';
export { Local } from './local.tsx';
export { OlderVersion } from './older-version.tsx';
export { passagesOf, statedTogether } from './passages.ts';
export { RecordCard } from './record-card.tsx';
export { RecordView, titleOfRecord } from './record-view.tsx';
export { type FileProps, type Site, SiteContext, useSite } from './site.tsx';
export { SourceList } from './source-list.tsx';
export { SourceView } from './source-view.tsx';
export { SourcesView } from './sources-view.tsx';
