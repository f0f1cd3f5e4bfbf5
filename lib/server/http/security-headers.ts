/** Request header in which the proxy tells pages their own path and query. */
export const PATH_HEADER = "x-kratos-path";

/** Request header in which the proxy tells pages the nonce of their scripts and styles. */
export const NONCE_HEADER = "x-nonce";

type Site = { isHttps: boolean; isDevelopment: boolean };

/**
 * The Content-Security-Policy of a page. Scripts run by nonce only; `style` attributes are allowed because charts and
 * image placeholders set sizes by them. Development needs `eval` for React's error stacks, and style elements without a
 * nonce for Next's overlay.
 */
export function pageContentPolicy(nonce: string, { isHttps, isDevelopment }: Site): string {
  const directives = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** The policy of answers that are no page: should one be opened as a document, it may load and run nothing. */
export const DATA_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The security headers that every answer carries beside its content policy. */
export function securityHeaders({ isHttps }: Pick<Site, "isHttps">): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(self), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
    ...(isHttps ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
