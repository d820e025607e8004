/** Makes a frame of the filtered stream like X's, fictional; changes are merged into the post. */
export const HANDLE = 'PrahariUP'
export const OWN_ID = '1600000000000000001'
export const AUTHOR_ID = '1501112223334445556'

type Row = Record<string, unknown>

export function makeData(changes: Row = {}): Row {
  return {
    id: '2101902377875288068',
    text: '@PrahariUP 🚨 वार्ड 12, गांधी रोड पर पानी भर गया है &amp; बच्चे फँसे हैं #जलभराव #WaterLogging',
    edit_history_tweet_ids: ['2101902377875288068'],
    author_id: AUTHOR_ID,
    created_at: '2026-09-21T05:12:33.000Z',
    conversation_id: '2101899764823896065',
    in_reply_to_user_id: OWN_ID,
    referenced_tweets: [{ type: 'replied_to', id: '2101899764823896065' }],
    lang: 'hi',
    attachments: { media_keys: ['3_2101902377875288073'] },
    geo: { place_id: '07d9f3a1c2b4e001', coordinates: { type: 'Point', coordinates: [80.9462, 26.8467] } },
    entities: { mentions: [{ start: 0, end: 10, username: 'PrahariUP', id: OWN_ID }], hashtags: [{ start: 60, end: 67, tag: 'जलभराव' }, { start: 68, end: 81, tag: 'WaterLogging' }] },
    ...changes,
  }
}

export function makeIncludes(changes: Row = {}): Row {
  return {
    users: [
      { id: AUTHOR_ID, username: 'asha_ward12', name: 'Asha (Ward 12)', location: 'Nagar, भारत', public_metrics: { followers_count: 143 } },
      { id: OWN_ID, username: 'PrahariUP', name: 'Prahari UP (demo)' },
    ],
    tweets: [{ id: '2101899764823896065', text: 'Rain alert', author_id: OWN_ID, edit_history_tweet_ids: ['2101899764823896065'] }],
    places: [{ id: '07d9f3a1c2b4e001', full_name: 'Lucknow, India', name: 'Lucknow', country_code: 'IN', place_type: 'city' }],
    media: [{ media_key: '3_2101902377875288073', type: 'photo', url: 'https://pbs.twimg.com/media/FICTIONAL0001.jpg', alt_text: 'Flooded street; sparks at left' }],
    ...changes,
  }
}

export function makeFrame(data: Row = {}, includes: Row = {}, rest: Row = {}): Row {
  return { data: makeData(data), includes: makeIncludes(includes), matching_rules: [{ id: '1', tag: 'prahari:mentions' }], ...rest }
}

const POST_NAMES: Readonly<Record<string, string>> = {
  edit_history_tweet_ids: 'edit_history_post_ids', referenced_tweets: 'referenced_posts', note_tweet: 'note_post', tweets: 'posts',
}

/** The same in the `post.*` vocabulary. */
export function inPostDialect(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inPostDialect)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [POST_NAMES[key] ?? key, inPostDialect(inner)]))
}
