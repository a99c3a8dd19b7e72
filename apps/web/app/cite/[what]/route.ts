import { passOnAddress } from '@/lib/pass-on';

export const dynamic = 'force-dynamic';

/** Footnotes, under our own origin. */
export const GET = passOnAddress;
