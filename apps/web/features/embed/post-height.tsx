'use client';
import { useEffect } from 'react';

/** Tells the page around the frame how high the frame has to be, now and whenever it changes. */
export function PostHeight() {
  useEffect(() => {
    if (window.parent === window) return;
    const tell = (): void =>
      window.parent.postMessage(
        {
          type: 'policy-timeline:height',
          height: document.documentElement.scrollHeight,
          title: document.title,
        },
        '*',
      );
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return null;
}
