/** The sound of a page. */
export const soundEn = { off: 'Sound off', on: 'Sound on', arm: 'Turn the sound on', silence: 'Silence 2 min', silenced: 'Silenced' }
export const soundHi: typeof soundEn = { off: 'ध्वनि बंद', on: 'ध्वनि चालू', arm: 'ध्वनि चालू करें', silence: '2 मिनट मौन', silenced: 'मौन' }
