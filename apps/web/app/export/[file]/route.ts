import { passOnAddress } from '@/lib/pass-on';

export const dynamic = 'force-dynamic';

/** Files of the current view, as the API streams them, under our own origin. */
export const GET = passOnAddress;
