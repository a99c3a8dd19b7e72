export { type AdviceChecklist, adviceChecklist } from './advice-checklist.js';
export { type BurdenSharing, burdenSharing } from './burden-sharing.js';
export type { Evidence, Figure, Frame, Mark } from './evidence.js';
export { type IntegrationBodies, integrationBodies } from './integration-bodies.js';
export { type LatinAmerica2018, latinAmerica2018 } from './latin-america-2018.js';
export { type LeverageStructure, leverageStructure } from './leverage-structure.js';
export { type OfficeHolder, officeHolders, type Vacancies, vacancyCounter } from './office-holders.js';
export { type PaperAccount, type PaperReading, paperReading } from './paper-reading.js';
export {
  type FigureSeries,
  figureSeriesOf,
  isPartner,
  type PartnerReadings,
  partnerReadings,
} from './partner-on-day.js';
export { InvalidThreshold, type QuadrantChart, type QuadrantRow, quadrantChart } from './quadrant-chart.js';
export {
  computeReciprocalRate,
  InvalidTradeFigures,
  type PublishedRate,
  publishedRate,
  type ReciprocalRate,
  type ReciprocalRateCard,
  ROUNDINGS,
  reciprocalRate,
  type TradeFigures,
} from './reciprocal-rate.js';
export { type RoundLadder, roundLadder } from './round-ladder.js';
export { type SanctionsStack, sanctionsStack } from './sanctions-stack.js';
export { type StickDealCarrot, stickDealCarrot } from './stick-deal-carrot.js';
export { type TariffLayers, type TariffLayersQuestion, tariffLayers } from './tariff-layers.js';
