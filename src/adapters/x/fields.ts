/**
 * What every reader of posts asks for, in the `tweet.*` vocabulary: X renames it step by step, takes both, and mixing them
 * silently loses fields, so all requests use the same one. Comma-joined, as X wants lists.
 */
export const POST_FIELDS: Readonly<Record<string, string>> = {
  'tweet.fields': [
    'attachments', 'author_id', 'conversation_id', 'created_at', 'edit_history_tweet_ids', 'entities', 'geo', 'id', 'in_reply_to_user_id', 'lang',
    'note_tweet', 'referenced_tweets', 'text',
  ].join(),
  expansions: [
    'author_id', 'referenced_tweets.id', 'referenced_tweets.id.author_id', 'geo.place_id', 'attachments.media_keys',
    'referenced_tweets.id.attachments.media_keys',
  ].join(),
  'user.fields': ['id', 'location', 'name', 'public_metrics', 'username'].join(),
  'media.fields': ['alt_text', 'media_key', 'preview_image_url', 'type', 'url'].join(),
  'place.fields': ['country_code', 'full_name', 'id', 'name', 'place_type'].join(),
}
