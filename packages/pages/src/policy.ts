/**
 * What the dashboard's page may do, wherever it stands: its own program only. Charts set style attributes, which run
 * nothing. Directives of a Content-Security-Policy that a header and a `<meta>` can both carry.
 */
export const dashboardPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
] as const;
