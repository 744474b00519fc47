// Where else to look at the same days: what looks odd about the answers, and what people wrote.
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n.ts';
import { useMay } from '../../../me.ts';
import { latestDays } from '../../integrity/filter.ts';

interface Days {
  from: string;
  to: string;
}

export function Elsewhere({ days }: { days: Days }) {
  const { t } = useTranslation();
  const mayInspect = useMay('integrity.read');
  const mayReadComments = useMay('comments.read');
  if (!mayInspect && !mayReadComments) return null;
  return (
    <div>
      <Title order={3} size="h6">
        {t('results.attention.elsewhere')}
      </Title>
      <Stack gap={4}>
        {mayInspect && <Way to="integrity" days={latestDays(days)} />}
        {mayReadComments && <Way to="comments" days={days} />}
      </Stack>
    </div>
  );
}

function Way({ to, days }: { to: 'integrity' | 'comments'; days: Days }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Text size="sm">
      <Anchor component={Link} to={`/${to}?${new URLSearchParams({ ...days })}`} inherit underline="always">
        {t(`nav.${to}`)}
      </Anchor>{' '}
      ({format.range(days)}): {t(`results.attention.why.${to}`)}
    </Text>
  );
}
