'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';

const PaletteDialog = dynamic(() => import('./palette-dialog').then((module) => module.PaletteDialog), {
  ssr: false,
});
/** Sent by Ctrl+K. */
const OPEN = 'policy-timeline:palette';

/** One field for every command, country, measure and event. */
export function CommandPalette() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = (): void => setOpen(true);
    window.addEventListener(OPEN, show);
    return () => window.removeEventListener(OPEN, show);
  }, []);
  return open ? <PaletteDialog onClose={() => setOpen(false)} /> : null;
}
