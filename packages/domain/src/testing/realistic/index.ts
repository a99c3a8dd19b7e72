export { Random } from './random.js';
export {
  FIRST_TOLD,
  LAST_TOLD,
  LOG_SIZES,
  type LogSize,
  type RealisticLog,
  realisticLog,
} from './realistic-log.js';
