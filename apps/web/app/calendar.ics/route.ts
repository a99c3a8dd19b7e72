import { passOnAddress } from '@/lib/pass-on';

export const dynamic = 'force-dynamic';

/** Deadlines to subscribe to, under our own origin. */
export const GET = passOnAddress;
