import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { TariffQuoteResolver } from './tariff-quote.resolver.js';

@Module({ imports: [TimelineModule], providers: [TariffQuoteResolver] })
export class TariffQuoteModule {}
