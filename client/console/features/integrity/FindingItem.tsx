// One finding: how strong, where, when, what is odd, and what it may be.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NamedFinding } from '#domain/findings-view.ts';
import { useFormat } from '../../i18n.ts';
import classes from './integrity.module.css';
import { STRENGTH_TONES, useFindingWords } from './words.ts';

export function FindingItem({ finding, to }: { finding: NamedFinding; to: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { titleOf, whyOf } = useFindingWords();
  const title = titleOf(finding);
  const n = format.count(finding.responses);
  const seen = finding.responses > 0;
  return (
    <li className={classes.finding}>
      <Strength finding={finding} />
      <h3 className={classes.title}>{title}</h3>
      <Place finding={finding} />
      <p className={classes.why}>{whyOf(finding)}</p>
      <Explained finding={finding} />
      <Button
        component={Link}
        to={to}
        variant="default"
        aria-label={t('integrity.seeOf', { n, title, agency: finding.agency.name })}
      >
        {seen ? t('integrity.see', { n }) : t('integrity.details')}
      </Button>
    </li>
  );
}

export function Strength({ finding }: { finding: NamedFinding }) {
  const { strengthOf } = useFindingWords();
  return (
    <span className={classes.strength} data-tone={STRENGTH_TONES[finding.strength]}>
      {strengthOf(finding)}
    </span>
  );
}

export function Place({ finding }: { finding: NamedFinding }) {
  const { daysOf, hoursOf } = useFindingWords();
  const { agency, touchpoint } = finding;
  return (
    <p className={classes.place}>
      <strong>{agency.name}</strong>
      <span>
        {[touchpoint.name !== agency.name && touchpoint.name, daysOf(finding), hoursOf(finding)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  );
}

export function Explained({ finding: { kind } }: { finding: NamedFinding }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.explained}>
      <div>
        <dt>{t('integrity.oddTitle')}</dt>
        <dd>{t(`findings.${kind}.odd`)}</dd>
      </div>
      <div>
        <dt>{t('integrity.innocentTitle')}</dt>
        <dd>{t(`findings.${kind}.innocent`)}</dd>
      </div>
    </dl>
  );
}
