// What staff do to agencies; whatever is on the screen follows.
import { useQueryClient } from '@tanstack/react-query';
import type { AgencyKind } from '#domain/agencies.ts';
import { sendJson } from '../../../api.ts';
import type { SheetFault, SheetRow } from '../../spreadsheets/sheet.ts';
import { TOUCHPOINTS } from '../touchpoints/queries.ts';
import { AGENCIES, type Agency } from './queries.ts';
import type { SheetColumn } from './sheet.ts';

/** As a form holds them: what is empty is not known. */
export interface AgencyFields {
  parentId: string;
  kind: AgencyKind;
  name: string;
  nameEn: string;
  unitCode: string;
  agencyCode: string;
  yearlyTransactions: number | '';
}

export function emptyAgency(parentId: string, kind: AgencyKind): AgencyFields {
  return { parentId, kind, name: '', nameEn: '', unitCode: '', agencyCode: '', yearlyTransactions: '' };
}

/** As the server takes them. */
function sent<Fields extends Partial<AgencyFields>>({ yearlyTransactions, ...fields }: Fields) {
  return {
    ...fields,
    ...(yearlyTransactions !== undefined && {
      yearlyTransactions: yearlyTransactions === '' ? null : yearlyTransactions,
    }),
  };
}

export interface Merger {
  from: string[];
  into: { id: string } | AgencyFields;
  /** First day of the agency that takes over. */
  on: string;
}

type Row = SheetRow<SheetColumn>;

interface ImportResult {
  added: number;
  faults: SheetFault<SheetColumn>[];
}

export function useAgencyChanges() {
  const client = useQueryClient();
  const followed = async <T>(change: Promise<T>): Promise<T> => {
    const changed = await change;
    void client.invalidateQueries({ queryKey: AGENCIES });
    void client.invalidateQueries({ queryKey: TOUCHPOINTS });
    return changed;
  };
  const path = (id: string) => `/agencies/${encodeURIComponent(id)}`;
  return {
    add: (fields: AgencyFields, validFrom: string) =>
      followed(sendJson<Agency>('POST', '/agencies', { ...sent(fields), validFrom: validFrom || null })),
    change: (id: string, fields: Partial<AgencyFields>) =>
      followed(sendJson<Agency>('PATCH', path(id), sent(fields))),
    close: (id: string, lastDay: string) =>
      followed(sendJson<Agency>('PUT', `${path(id)}/closure`, { lastDay })),
    reopen: (id: string) => followed(sendJson<Agency>('DELETE', `${path(id)}/closure`)),
    merge: ({ from, into, on }: Merger) => {
      const heir = 'id' in into ? into : sent(into);
      return followed(
        sendJson<{ agencies: Agency[] }>('POST', '/agencies/mergers', { from, into: heir, on }),
      );
    },
    split: (from: string, into: AgencyFields[], on: string) =>
      followed(
        sendJson<{ agencies: Agency[] }>('POST', '/agencies/splits', { from, into: into.map(sent), on }),
      ),
    /** Says what is wrong with the rows and changes nothing. */
    tryImport: (rows: Row[]) => sendJson<ImportResult>('POST', '/agencies/imports?dryRun=yes', { rows }),
    importRows: (rows: Row[]) => followed(sendJson<ImportResult>('POST', '/agencies/imports', { rows })),
  };
}
