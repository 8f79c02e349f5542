import type { Refusal } from '../kernel/refusal.ts'
import { sentenceOf, type RefusalWords } from './sentence.ts'

export const sentences: RefusalWords = {
  sentences: {
    'field-missing': '{field} is still empty. Please fill it in and try again.',
    'field-unknown': 'There is something extra here: {field}. Please reload the page and try again.',
    'field-wrong': '{field} is not right yet. Please change it and try again.',
    'too-short':
      '{field} is too short: it needs at least {limit} characters. Please write more and try again.',
    'too-long': '{field} is too long: at most {limit} letters. Please make it shorter.',
    'too-many': '{field} has too many entries: at most {limit} at a time. Please send them in parts.',
    'import-in-use':
      'Somebody has worked with a row of this import, so it can no longer be taken out as a whole. Please put its rows right one by one.',
    'already-exists': '{field} is taken already. Please choose another.',
    'command-reused': 'This step was used for something else before. Please reload the page and do it again.',
    'not-found':
      'We did not find it. It may have been taken back, or belong elsewhere. Please go back one page.',
    'not-allowed': 'You cannot do this in your present role. Please ask the facilitator.',
    'not-logged-in': 'You are not logged in, or no longer. Please log in; what you wrote is still here.',
    'wrong-password': 'Name and password do not match. Please type them again, or ask the facilitator.',
    'login-in-use':
      'They have logged in before, so nobody gives them another password alone. Open their row on the roster and ask for a new log-in; somebody else confirms it.',
    'login-not-used':
      'They have not logged in yet: give them a new password on the roster, or send the invitation once more.',
    'password-over':
      'Nobody used this first password within seven days, so it lets nobody in any more. Ask whoever gave it to you for another one.',
    'passkey-unknown':
      'This passkey is not known here: it may have been removed, or it took too long. Try once more, or log in with your password.',
    'passkeys-full': 'Ten passkeys are the most. Remove one that you do not use first.',
    'second-person-first':
      'You asked for this yourself. Somebody else with a post here, or the level above, has to confirm it.',
    'post-too-new':
      'Your post is younger than seven days, so you cannot confirm this yet. Ask somebody who has been here longer, or the level above.',
    'own-password-first':
      'Somebody else set your password. Before you sign or close anything, set one of your own: open the menu of the desk and choose “My log-in”.',
    'password-of-names':
      'This password is hardly more than your name, your log-in name or the name of the place. Please choose a sentence that only you would think of.',
    'password-common':
      'Many people use this password, so it is guessed first. Please choose a sentence that only you would think of.',
    'wrong-old-password':
      'The password you have now is not this one. Please type it again, or ask whoever runs this place.',
    'too-often': 'That was too fast. Please try again in a minute; what you wrote is still here.',
    'log-ins-crowded':
      'Too many people are logging in right now. Please wait a few seconds and try again; what you wrote is still here.',
    'too-many-today':
      'At most {limit} matters a day, and today’s are in. What is urgent: please call. The rest: tomorrow.',
    'quiet-hours':
      'Nothing is sent into groups from nine in the evening until seven in the morning. Please try again after that.',
    'wrong-origin': 'This page was not opened from the village’s own address. Please scan the code again.',
    'already-set-up': 'This place is set up already. Please log in.',
    'wrong-setup-key': 'The set-up key is not right. Please copy it from the line printed at the start.',
    'code-unknown': 'There is no such code. Please look at the number on the wall and type it again.',
    'invitation-unknown':
      'There is no such code, or its days are over. Type it again as it stands on the invitation, or ask whoever sent it for a new one.',
    'invitation-over': 'This invitation was used or taken back. Ask whoever sent it for a new one.',
    'meeting-not-joined':
      'You have not joined this meeting. Please scan the code on the wall, or type its number.',
    'meeting-not-planned': 'The meeting has begun or is over, so this can no longer be changed.',
    'meeting-not-open': 'The meeting has not begun, or is over. Please wait until the facilitator opens it.',
    'meeting-not-closed': 'The meeting is still going on. This step comes after it is closed.',
    'comments-closed': 'No more comments tonight. If it matters, please tell the facilitator in person.',
    'comments-full':
      'This evening holds no more comments. If it matters, please tell the facilitator, who can still write it down.',
    'comment-not-held': 'Somebody has looked at this comment already; nothing is left to do.',
    'comment-not-shown': 'This comment is not on the wall.',
    'comment-withdrawn': 'The person who said this has taken it back, so it cannot be used.',
    'not-your-comment': 'Only the person who said this can take it back.',
    'agenda-item-in-use': 'People have spoken about this item. It cannot be removed, but you can rename it.',
    'concern-being-promised':
      'Somebody has promised to do this, and it is being read out. See what comes of it, and take it on if nobody does it.',
    'concern-settled': 'This matter has been settled already; nothing is left to decide.',
    'concern-not-settled': 'This matter is not settled: answer it, promise a day, refer it, or say why not.',
    'names-unnamed':
      'Everybody will read this, and it names {who}, who asked to stay unnamed. Please reword it; to send it as it is, press once more.',
    'names-villager':
      'Everybody will read this, and it names {who}, while whoever raised the matter asked to stay unnamed. If it is they, please reword it; if not, press once more.',
    'promise-incomplete': 'A promise needs all three: who, how, and by which day.',
    'promise-not-spoken': 'This promise has been confirmed. To change its day, please ask for a later day.',
    'promise-not-open': 'This promise has not been confirmed yet, or is already settled.',
    'photo-unreadable': 'This is no photo that we can read. Please choose a JPEG, PNG or WebP picture.',
    'photo-too-large': 'This photo is too large. Please take it smaller, or choose another one.',
    'photos-full':
      'There is no room for more photos here. Please describe it in words, or ask the facilitator to take old photos away.',
    'owner-linked': 'This name is linked to somebody already. Open the page again to see who it is.',
    'parts-open': 'Not everybody has reported their part yet: {who}. Please report those parts first.',
    'promise-not-read-back':
      'Please read the promise aloud from the wall first; it counts after the owner says yes.',
    'promise-not-confirmed': 'Nobody has nodded to this promise yet, so there is nothing to take back.',
    'post-held':
      'This person holds that post already, so there is nothing to invite to. If they cannot log in, give them a new log-in.',
    'invited-already':
      'This person has been invited to that post and has not come yet. If the slip is lost, make a new code for it in the list.',
    'promise-not-dropped': 'This promise was neither dropped nor put off, so there is nothing to bring back.',
    'promises-unconfirmed':
      'Some promises were noted and never nodded to. Read each one back, put it off or drop it, then sign.',
    'acted-since':
      'Something has happened to it since, so it cannot be taken back. Write the next step in the ledger.',
    'not-merged': 'This matter is not joined to another one, so there is nothing to take apart.',
    'day-in-the-past': 'That day has passed. Please choose today or a later day.',
    'day-not-yet': 'That day has not come yet. Note visits of today or earlier.',
    'day-not-later': 'The new day has to be later than the present one. Please choose again.',
    'owner-may-not-decide':
      'Whoever does the work cannot decide this alone. Please ask somebody else to agree.',
    'concern-not-recorded':
      'The wording has not been agreed with whoever raised it. Please read it to them first.',
    'concern-over': 'This matter is over: it was closed, taken back, or put together with another one.',
    'not-your-concern': 'Only the person who raised this can take it back.',
    'voice-counted': 'Your voice is counted here already. See what becomes of it under “My matters”.',
    'raised-by-phone':
      'They raised this on their own phone and follow it there. For another phone they get a code under “My matters”.',
    'claim-unknown':
      'This code opens nothing. Please type the eight characters on the paper once more, or ask the village for a new slip.',
    'order-too-early':
      'It is too early to order this: the level above orders five working days after the day, or once a second day has passed. Please ask whoever does it first.',
    'extension-too-late':
      'The day has come or passed, so it can no longer be put off. Please report how far it is.',
    'extension-too-long': 'That is longer in all than the first promise was: at most {limit} more days.',
    'extended-twice':
      'The day has been put off {limit} times already. Please report how far it is, or hand the matter up.',
    'nothing-asked': 'Nobody has asked for more time here.',
    'day-unchanged': 'The days off that were announced do not change this day.',
    'remainder-too-late':
      'The rest has to be done by the day that was promised. For longer, please ask for more time.',
    'not-up-for-rating': 'There is nothing to judge yet: it has not been answered or reported done.',
    'rated-already': 'You have given your answer on this already. Thank you.',
    'rating-took-effect':
      'By your answer the matter was opened again, or it is closed: that answer stays. You are asked anew when it is reported done.',
    'rating-too-old':
      'An answer can be changed for seven days. Please raise it again, or tell the facilitator.',
    'not-rated-yet':
      'It has not been judged yet. Please ask whoever raised it, or wait until the time for that is over.',
    'second-teller-needed': 'Hands are counted by two people. Please name a second one.',
    'nothing-above': 'There is no level above this one. Please name the lawful way that stays open.',
    'offer-waiting': 'This matter has been offered to somebody and waits for their answer.',
    'no-offer': 'Nothing has been offered here, or it was answered already.',
    'not-yours-to-hand-on': 'This matter is in other hands. Please ask those who hold it.',
    'minutes-signed':
      'The minutes are signed and can no longer be changed; what is wrong is put right by an erratum.',
    'minutes-half-signed':
      'One has signed these minutes, and the other has to sign the same. To change them, take the signature back first, then sign again.',
    'minutes-changed': 'The minutes changed while you were reading. Please read them once more, then sign.',
    'month-not-over': 'This month is not over yet. Sign it once it is.',
    'minutes-not-signed': 'Both have not signed yet, so simply correct the text; no erratum is needed.',
    'erratum-not-open': 'No correction is open, so there is nothing to call off.',
    'erratum-signed':
      'Somebody has signed the new version. Take that signature back first, then call it off.',
    'erratum-changed':
      'Something was changed in this version already. Put it back as it was signed, or let both sign the new version.',
    'erratum-unchanged':
      'This version says just what was signed before. Correct what is wrong, then sign; or call the correction off.',
    'already-signed': 'You have signed already. Now the other signature is needed.',
    'not-signed': 'The minutes are not signed yet. They become public when they are.',
    'second-signer-needed': 'Facilitator and recorder must be two people. Please ask the other one to sign.',
    'last-facilitator': 'This is the only facilitator left. Please name another one first.',
    'roster-has-errors':
      'Some rows of the list are not right. Please correct the marked ones and save again.',
    'schema-too-old': 'This page is an old one. Please reload it; what you wrote has been kept.',
    'minutes-full':
      'These minutes can hold no more. Your last words are kept on this screen; please go on in another meeting.',
    restored:
      'The server was brought back from an older copy. What you have on this screen is kept aside: please compare it with what is there now.',
    'update-rejected':
      'This change did not reach the minutes. Please reload; everything saved is still there.',
    'storage-failed': 'It cannot be saved right now. Please keep this page open and try again in a while.',
    unexpected: 'Something went wrong on our side. All that was saved is safe. Please try once more.',
  },
  fields: {
    name: 'the name',
    loginName: 'the log-in name',
    password: 'the password',
    key: 'the set-up key',
    villageName: 'the name of the village',
    townshipName: 'the name of the township',
    facilitatorName: 'the facilitator’s name',
    governorName: 'the name of whoever runs it',
    below: 'the places below',
    code: 'the code',
    title: 'the title',
    days: 'the days',
    day: 'the day',
    year: 'the year',
    source: 'the source',
    onDay: 'the day',
    format: 'the kind of meeting',
    agenda: 'the agenda',
    agendaItemId: 'the agenda item',
    text: 'what you want to say',
    lane: 'who may know that you said it',
    channel: 'where it came from',
    speaker: 'the speaker',
    raisedBy: 'who raised it',
    verbatim: 'the words spoken',
    owner: 'the person in charge',
    coOwners: 'the people who help',
    part: 'their part',
    door: 'which door or where',
    visited: 'who was visited',
    visitors: 'who went along',
    seen: 'what was seen',
    need: 'what was said and asked for',
    next: 'the next step',
    line: 'this line',
    measure: 'how it will be done',
    dueOn: 'the day',
    reason: 'the reason',
    report: 'the report',
    answer: 'the answer',
    referredTo: 'who takes it on',
    rows: 'the list',
    household: 'the household',
    householdId: 'the household',
    grid: 'the grid',
    gridId: 'the grid',
    kind: 'the kind',
    personId: 'the person',
    role: 'the role',
    unit: 'the unit',
    guidance: 'the guidance',
    limit: 'the time limit',
    level: 'the level',
    village: 'the name of the village level',
    compound: 'the name of the compound level',
    township: 'the name of the township level',
    county: 'the name of the county level',
    evidence: 'the evidence',
    remainder: 'what is left',
    remainderOn: 'the day for the rest',
    order: 'the order',
    route: 'the lawful way',
    category: 'the category',
    size: 'the size',
    word: 'what you want to add',
    witness: 'who was there',
    tellers: 'who counted',
    done: 'whether it was done',
    satisfied: 'whether you are satisfied',
    toPlaceId: 'who it goes to',
    address: 'the address',
    secret: 'the signing key of the robot',
    language: 'the language',
  },
  tooLongSaid:
    '{field} is too long: at most {limit} letters. Please write it in two parts; your words are still there.',
  unnamed: 'this part',
  inRow: (row, name) => `${name} in row ${row}`,
}

export const words = (refusal: Refusal): string => sentenceOf(refusal, sentences)
