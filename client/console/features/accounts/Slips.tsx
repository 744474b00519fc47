// Slips with first passwords, eight to an A4 sheet; they exist only on paper, whatever else the window shows.
import { Portal } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './accounts.module.css';
import type { WithFirstPassword } from './queries.ts';

const ON_A_SHEET = 8;

export const signInAddress = () => `${window.location.origin}/app`;

export function Slips({ made }: { made: readonly WithFirstPassword[] }) {
  useEffect(() => {
    document.body.dataset.printing = 'slips';
    return () => {
      delete document.body.dataset.printing;
    };
  }, []);
  const sheets = Array.from({ length: Math.ceil(made.length / ON_A_SHEET) }, (_, index) =>
    made.slice(index * ON_A_SHEET, (index + 1) * ON_A_SHEET),
  );
  return (
    <Portal className={classes.slips} aria-hidden="true">
      {sheets.map((sheet) => (
        <div key={sheet[0]?.account.id} className={classes.sheet}>
          {sheet.map((each) => (
            <Slip key={each.account.id} {...each} />
          ))}
        </div>
      ))}
    </Portal>
  );
}

function Slip({ account, firstPassword }: WithFirstPassword) {
  const { t } = useTranslation();
  return (
    <div className={classes.slip}>
      <strong>{account.name}</strong>
      <dl>
        <dt>{t('accounts.address')}</dt>
        <dd>{signInAddress()}</dd>
        <dt>{t('accounts.username')}</dt>
        <dd>{account.username}</dd>
        <dt>{t('accounts.firstPassword')}</dt>
        <dd className={classes.password}>{firstPassword}</dd>
      </dl>
      <span>{t('accounts.slips.note')}</span>
    </div>
  );
}
