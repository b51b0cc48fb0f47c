/** Joins the popup to the browser: the tab behind it, the settings, the dataset. */
import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { useInterface } from '../../components/interface.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { today } from '../../lib/dataset/calendar.ts';
import { sinceOf } from '../../lib/dataset/card.ts';
import type { Dataset } from '../../lib/dataset/dataset.ts';
import { languageFor } from '../../lib/dataset/localized.ts';
import { summarizeStatus } from '../../lib/dataset/status.ts';
import { mentionsIn, placeIn } from '../../lib/messaging/frame-states.ts';
import { loadDataset } from '../../lib/messaging/load-dataset.ts';
import { sendToTab } from '../../lib/messaging/transport.ts';
import { withMuted } from '../../lib/settings/reading.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { isSiteOn, ruledBy, siteOf, withRule } from '../../lib/settings/site-rules.ts';
import { changeSettings, loadSettings, watchSettings } from '../../lib/settings/store.ts';
import { type Behind, mutedOf, pageOf, readBehind } from './behind.ts';

export function PopupApp() {
  const { t } = useInterface();
  const [dataset, setDataset] = useState<Dataset | 'failed'>();
  const [settings, setSettings] = useState<Settings>();
  const [behind, setBehind] = useState<Behind>();
  /** How many mentions of each entity the reader has been taken to. */
  const visited = useRef(new Map<string, number>());

  useEffect(() => {
    loadDataset().then(setDataset, () => setDataset('failed'));
    void loadSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);

  // The page behind is asked again after a switch, when the annotator has come or gone.
  useEffect(() => {
    if (!settings) return;
    let current = true;
    const look = () => void readBehind().then((seen) => current && setBehind(seen));
    look();
    const onCount = (message: unknown) => {
      if ((message as { type?: unknown } | null)?.type === 'mentions-counted') look();
    };
    browser.runtime.onMessage.addListener(onCount);
    return () => {
      current = false;
      browser.runtime.onMessage.removeListener(onCount);
    };
  }, [settings]);

  if (dataset === 'failed') return <p className="popup">{t('popupFailed')}</p>;
  if (!dataset || !settings || !behind) return <p className="popup">{t('popupLoading')}</p>;

  const { host, tabId, frames } = behind;
  const ownRule = host !== undefined && siteOf(host) !== host && settings.sites[host] !== undefined;
  const source = dataset.sources.find(({ id }) => id === dataset.status.sources[0]);
  const change = (next: (settings: Settings) => Settings) => void changeSettings(next);

  async function goTo(entity: string, count: number): Promise<void> {
    const index = (visited.current.get(entity) ?? 0) % count;
    visited.current.set(entity, index + 1);
    const place = placeIn(frames, entity, index);
    if (tabId !== undefined && place)
      await sendToTab(tabId, { type: 'reveal', entity, index: place.index }, place.frameId);
  }

  const lang = languageFor(browser.i18n.getUILanguage());
  const page = pageOf(behind, settings, dataset, lang);
  const { reading } = settings;
  return (
    <Popup
      status={summarizeStatus(dataset, today())}
      source={{ publisher: source?.publisher ?? '', url: source?.url ?? '' }}
      since={sinceOf(dataset, { lang, today: today(), published: mentionsIn(frames).published })}
      page={page}
      reading={reading}
      muted={mutedOf(settings, dataset, lang)}
      paused={settings.paused}
      siteOn={host !== undefined && isSiteOn(settings, host)}
      ruledHost={host === undefined ? '' : ruledBy(settings, host)}
      ownRule={ownRule}
      onSite={(on) => host && change((now) => withRule(now, ruledBy(now, host), on ? 'on' : 'off'))}
      onOwnRule={(own) =>
        host && change((now) => withRule(now, host, own ? (isSiteOn(now, host) ? 'on' : 'off') : undefined))
      }
      onPause={(paused) => change((now) => ({ ...now, paused }))}
      onReading={(chosen) => change((now) => ({ ...now, reading: { ...now.reading, ...chosen } }))}
      onUnmute={(entity) => change((now) => ({ ...now, reading: withMuted(now.reading, entity, false) }))}
      onAskAccess={() => void browser.permissions.request({ origins: [behind.origin] })}
      onGoTo={(entity) => {
        const count =
          page.state === 'annotated' ? page.mentions.find((row) => row.entity === entity)?.count : undefined;
        if (count) void goTo(entity, count);
      }}
    />
  );
}
