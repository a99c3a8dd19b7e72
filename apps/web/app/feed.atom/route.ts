import { passOnAddress } from '@/lib/pass-on';

export const dynamic = 'force-dynamic';

/** Changes to subscribe to, under our own origin. */
export const GET = passOnAddress;
