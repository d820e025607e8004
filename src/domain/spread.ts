/** How a cry went round: what only repeats it is counted here and rings nowhere. */
export interface Spread {
  /** Retweets, quotes, pasted copies and remarks of others, together. */
  posts: number
  retweets: number
  /** Authors of quotes, copies and remarks, each once; who retweets is not known from the stream. */
  authors: number
  firstAt: number
  lastAt: number
  /** The last posts and authors that were counted, so that a repeat is not counted again. */
  recentPosts: string[]
  recentAuthors: string[]
}

/** As many are remembered as could be under way in the time in which a lost job comes back. */
const MAX_RECENT = 300

export interface Echo {
  postId: string
  /** Null where it is not known, as of a retweet. */
  authorId: string | null
  isRetweet: boolean
  at: number
}

/** The spread with one more echo; the same object when this one was counted before. */
export function countEcho(spread: Spread | undefined, echo: Echo): Spread {
  if (spread?.recentPosts.includes(echo.postId)) return spread
  const before: Spread = spread ?? { posts: 0, retweets: 0, authors: 0, firstAt: echo.at, lastAt: echo.at, recentPosts: [], recentAuthors: [] }
  const isNewAuthor = echo.authorId !== null && !before.recentAuthors.includes(echo.authorId)
  return {
    posts: before.posts + 1,
    retweets: before.retweets + (echo.isRetweet ? 1 : 0),
    authors: before.authors + (isNewAuthor ? 1 : 0),
    firstAt: Math.min(before.firstAt, echo.at),
    lastAt: Math.max(before.lastAt, echo.at),
    recentPosts: [...before.recentPosts, echo.postId].slice(-MAX_RECENT),
    recentAuthors: isNewAuthor && echo.authorId !== null ? [...before.recentAuthors, echo.authorId].slice(-MAX_RECENT) : before.recentAuthors,
  }
}
