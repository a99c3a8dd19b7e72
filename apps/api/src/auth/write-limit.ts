import { ThrottlerStorageService } from '@nestjs/throttler';

const MINUTE = 60_000;

/** So many attempts to write per minute and actor, counted in memory; 0 lifts the limit. */
export class WriteLimit {
  readonly #storage = new ThrottlerStorageService();

  constructor(readonly perMinute: number) {}

  /** Seconds until this actor may write again; 0: now. */
  async secondsToWait(actor: string): Promise<number> {
    if (this.perMinute === 0) return 0;
    const { isBlocked, timeToBlockExpire } = await this.#storage.increment(
      actor,
      MINUTE,
      this.perMinute,
      MINUTE,
      'writes',
    );
    return isBlocked ? Math.max(1, timeToBlockExpire) : 0;
  }

  close(): void {
    this.#storage.onApplicationShutdown();
  }
}
