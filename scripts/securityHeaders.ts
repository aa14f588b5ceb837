import { contentSecurityHeader } from '../src/core/contentSecurityPolicy.ts';

/** What `npm start` and the development server send with every response; the service worker adds the same where a host does not. */
export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy': contentSecurityHeader,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
