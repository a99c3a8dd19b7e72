import type { ReactNode } from 'react';
import '@/ui/embed.css';

/** No bar, no frame of our own: the page is drawn inside another. */
export default function EmbedLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
