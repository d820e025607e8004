import { run } from '../src/run.ts'

// Photos of posts, deletions, edits; anchors of the histories.
await run(['gather'])
