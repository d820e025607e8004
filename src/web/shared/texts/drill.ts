/** The drill on the wall and on the supervisor's page. */
export const drillEn = {
  title: 'Drill', passed: 'whole chain', failed: 'Drill failed', none: 'none yet', seconds: (s: string) => `${s} s`,
  reasons: {
    'the drill was not put on its way': 'the drill was not put on its way',
    'posted, but not received': 'posted, but not received',
    'posted, received too late': 'posted, received too late',
    'received, but not recorded': 'received, but not recorded',
    'received, recorded too late': 'received, recorded too late',
    'recorded, but no alert was raised': 'recorded, but no alert was raised',
    'recorded, its alert raised too late': 'recorded, its alert raised too late',
    'raised, but not sent to the screens': 'raised, but not sent to the screens',
    'raised, sent to the screens too late': 'raised, sent to the screens too late',
    'sent, but no screen painted it': 'sent, but no screen painted it',
    'sent, painted too late': 'sent, painted too late',
    'no drill has run since': 'no drill has run since',
  } as Record<string, string>,
}

export const drillHi: typeof drillEn = {
  title: 'अभ्यास', passed: 'पूरी शृंखला', failed: 'अभ्यास विफल', none: 'अभी तक नहीं', seconds: (s) => `${s} से॰`,
  reasons: {
    'the drill was not put on its way': 'अभ्यास भेजा नहीं गया', 'posted, but not received': 'लिखा गया, पर मिला नहीं', 'posted, received too late': 'लिखा गया, देर से मिला',
    'received, but not recorded': 'मिला, पर दर्ज नहीं हुआ', 'received, recorded too late': 'मिला, देर से दर्ज हुआ', 'recorded, but no alert was raised': 'दर्ज हुआ, पर सूचना नहीं उठी',
    'recorded, its alert raised too late': 'दर्ज हुआ, सूचना देर से उठी', 'raised, but not sent to the screens': 'सूचना उठी, पर स्क्रीनों को नहीं भेजी गई', 'raised, sent to the screens too late': 'सूचना उठी, स्क्रीनों को देर से भेजी गई',
    'sent, but no screen painted it': 'भेजी गई, पर किसी स्क्रीन पर नहीं दिखी', 'sent, painted too late': 'भेजी गई, स्क्रीन पर देर से दिखी', 'no drill has run since': 'उसके बाद कोई अभ्यास नहीं हुआ',
  },
}
