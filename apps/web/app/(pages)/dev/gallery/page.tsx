import { notFound } from 'next/navigation';

export const dynamic = 'force-dynamic';

/** Every component on the record's own data, for those who change them; no part of a production build. */
export default async function GalleryPage() {
  if (process.env.NODE_ENV !== 'production') {
    const { Gallery } = await import('@/features/gallery/gallery');
    return <Gallery />;
  }
  notFound();
}
