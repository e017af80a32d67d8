import { type Day, parseDay, printDay } from '@article21/model';
import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components/DateField';
import { usePage } from '../frame/page-context.tsx';

interface DayFieldProps {
  label: string;
  day: Day | null;
  /** The id of what says that the day is wrong; null when it is not. */
  fault: string | null;
  change(day: Day | null): void;
  /** Called on Enter. */
  enter(): void;
}

const parts = ['day', 'month', 'year'] as const;

/** A day in the order and the words of the page's language, and not of the browser's. */
export function DayField({ label, day, fault, change, enter }: DayFieldProps) {
  const { words } = usePage();
  const { choice } = words.ui;
  return (
    <DateField
      className="field-column"
      value={day === null ? null : parseDate(printDay(day))}
      onChange={(date) => change(date ? parseDay(date.toString()) : null)}
      onKeyDown={(event) => event.key === 'Enter' && enter()}
      granularity="day"
      shouldForceLeadingZeros
      validationBehavior="aria"
      isInvalid={fault !== null}
      {...(fault ? { 'aria-describedby': fault } : {})}
    >
      <Label>{label}</Label>
      <DateInput className="input day-input">
        {(segment) => {
          const part = parts.find((it) => it === segment.type);
          if (!part) return <DateSegment segment={segment} className="day-between" />;
          const text = segment.isPlaceholder ? choice.partSigns[part] : segment.text;
          return (
            <DateSegment
              segment={segment}
              className="day-part"
              render={(props) => (
                <span
                  {...props}
                  {...labelled(choice.parts[part], segment.isPlaceholder ? choice.emptyPart : text)}
                />
              )}
            >
              {text}
            </DateSegment>
          );
        }}
      </DateInput>
    </DateField>
  );
}

function labelled(part: string, value: string) {
  return { 'aria-label': `${part}, `, 'aria-valuetext': value };
}
