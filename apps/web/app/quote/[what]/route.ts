import { passOnAddress } from '@/lib/pass-on';

export const dynamic = 'force-dynamic';

/** Quotations that anybody can check, under our own origin. */
export const GET = passOnAddress;
