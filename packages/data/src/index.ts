export { catalogueFolder, type Papers, type Topics } from './catalogue-files.js';
export { type Fault, formatFault } from './fault.js';
export { type Catalogue, loadCatalogue, parties } from './load-catalogue.js';
export type { PartyNames } from './parties.js';
