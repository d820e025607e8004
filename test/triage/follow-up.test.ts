import { describe, expect, test } from 'vitest'
import type { FollowUpKind } from '../../src/domain/verdict.ts'
import { laneOf } from '../../src/triage/threads/lane.ts'
import { makePost } from '../posts.ts'
import { judge } from './judge.ts'

/** What people write after their first post, in three languages and two scripts. */
const SAID: Readonly<Record<FollowUpKind, readonly string[]>> = {
  'nobody-came': [
    'koi nahi aaya', 'koi nahi aaya abhi tak', 'koi bhi nahi aaya sir', 'koi aaya hi nahi', 'police nahi aayi', 'PRV abhi tak nahi pahunchi', 'gaadi nahi aayi',
    '2 ghante ho gaye', 'ek ghanta ho gaya', '40 min ho gye koi jawab nahi', 'kab aaoge', 'kab tak aayenge aap log', 'kitni der lagegi', 'kahan ho aap log', 'police kahan hai',
    'koi sunwai nahi ho rahi', 'koi response nahi mila', 'intezar kar rahe hain', 'wait kar rahi hu', 'koi nhi aya', '112 nahi aayi',
    'कोई नहीं आया', 'अभी तक कोई नहीं आया', 'पुलिस नहीं आई', 'कब आओगे', 'कितनी देर और लगेगी', 'दो घंटे हो गए', 'इंतजार कर रहे हैं', 'कोई जवाब नहीं', 'कोई सुनवाई नहीं हो रही', 'पुलिस नहीं पहुँची',
    'still waiting', 'no response', 'no response from police', 'nobody came', 'no one has come yet', 'still no one came', 'police has not come', 'where are you', 'when will you come', 'how much longer',
    'its been 2 hours', 'waiting since 9 pm', 'no action taken', 'police did not reach',
  ],
  worse: [
    'ab to gate tod diya', 'wo log andar aa gaye', 'ab wo log ghar me ghus gaye hain', 'darwaza toot gaya', 'aag fail rahi hai', 'bheed badh rahi hai', 'phir se aa gaye', 'wapas aa gaye wo log',
    'aur ladke bula liye hain', 'haalat bigad rahi hai', 'maarna shuru kar diya', 'wo behosh ho gaya', 'khoon bahut nikal raha hai', 'pani badh raha hai',
    'अब तो गेट तोड़ दिया', 'वो लोग अंदर आ गए', 'आग फैल रही है', 'भीड़ बढ़ रही है', 'फिर से आ गए', 'हालत बिगड़ रही है', 'मारना शुरू कर दिया', 'पानी बढ़ रहा है', 'वो बेहोश हो गया',
    'they came in now', 'they are inside', 'he has a knife', 'now he has a gun', 'fire is spreading', 'it is getting worse', 'they are back', 'he came back again', 'more people are coming',
    'they broke the door', 'he started beating her', 'she is unconscious now', 'water is rising',
  ],
  thanks: [
    'thank you', 'thanks a lot sir', 'police aa gayi thank you', 'police pahunch gayi, shukriya', 'mil gaya mera beta, dhanyavad', 'sab theek hai ab', 'beti mil gayi', 'bahut bahut aabhar',
    'धन्यवाद', 'बहुत बहुत शुक्रिया', 'पुलिस आ गई, धन्यवाद', 'मिल गया बेटा, आभार', 'सब ठीक है',
    'police has arrived, thank you', 'we are safe now', 'panic over, sorry for the trouble', 'problem solved thanks', 'found him, all ok',
  ],
  'more-facts': [
    'gaadi ka number UP32 AB 1234 hai', 'bike number UP65 1234', 'landmark: Shiv mandir ke paas', 'photo bhej raha hu', 'video attached', 'uska naam Ramesh hai', 'mera number 9800000012',
    'pata hai makan no 12', 'update', 'live location', 'aur jankari ye hai', 'FIR number 234', 'neeli shirt pehne hai',
    'गाड़ी नंबर UP32 1234', 'फोटो भेज रहा हूँ', 'उसका नाम रमेश है', 'और जानकारी', 'पता यह है मकान 12', 'मंदिर के पास',
    'car number is DL 3C 1234', 'here is the photo', 'adding: he wears a blue shirt', 'address is house no 12', 'near the temple', 'correction: it is gate 2',
  ],
  'same-again': ['phir likh raha hu', 'dobara tweet kar raha hu', 'posting again', 'tagging again', 'फिर लिख रहा हूँ', 'third time posting this', 'reminder'],
}

describe('what a further post says of itself', () => {
  test.each(Object.entries(SAID).flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const)))('%s: %s', (text, kind) => {
    expect(judge(text).followUp).toBe(kind)
  })

  test.each(['ok', 'please help', 'good morning sir', 'match me maar dala yaar kya chakka tha 😂', 'नमस्ते', 'what is the fine for no helmet'])('%s: nothing', (text) => {
    expect(judge(text).followUp).toBeNull()
  })

  test('a daughter who has not come home is not said of the police', () => {
    expect(judge('meri beti abhi tak ghar nahi aayi, phone band hai').followUp).not.toBe('nobody-came')
    expect(judge('thank you par abhi tak koi nahi aaya').followUp).toBe('nobody-came')
  })

  test('the police do not write follow-ups to themselves', () => {
    const author = { id: '7', handle: 'PrahariUP', name: 'Prahari', location: null, followers: 9 }
    expect(judge('thank you, police aa gayi', { author }).followUp).toBeNull()
  })
})

describe('the lane', () => {
  const verdict = (severity: 'high' | 'normal' | 'none', followUp: FollowUpKind | null = null) => ({ severity, followUp })
  test('takes what may belong to a docket on to the intake, what may raise one at once', () => {
    expect(laneOf(makePost(), verdict('high'))).toBe('sos')
    expect(laneOf(makePost(), verdict('none', 'nobody-came'))).toBe('sos')
    expect(laneOf(makePost(), verdict('none', 'worse'))).toBe('sos')
    expect(laneOf(makePost(), verdict('none', 'thanks'))).toBe('routine')
    expect(laneOf(makePost({ kind: 'reply' }), verdict('none'))).toBe('routine')
    expect(laneOf(makePost({ kind: 'quote' }), verdict('none'))).toBe('routine')
    expect(laneOf(makePost(), verdict('normal'))).toBe('routine')
    expect(laneOf(makePost(), verdict('none'))).toBe('none')
    expect(laneOf(makePost(), { severity: 'none' })).toBe('none')
  })
})
