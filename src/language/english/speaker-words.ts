import { anyOf } from './any-of.ts'

/** Titles before a speaker's name. */
export const speakerTitle = anyOf(
  'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Reverend|Hon|Senator|Sen|Representative|Rep',
  'Congressman|Congresswoman|Delegate|Chair|Chairman|Chairwoman|Chairperson|(?:Vice )?President|(?:Under )?Secretary',
  'Ambassador|Governor|Gov|Mayor|Judge|(?:Chief )?Justice|Commissioner|Councill?or|Council Member|Alderman',
  '(?:Prime )?Minister|General|Gen|Colonel|Col|Major|Captain|Capt|Lieutenant|Lt|Sergeant|Sgt|Admiral|Adm|Officer',
  'Detective|Inspector|Director|Deputy',
)

/** What somebody is who speaks without a name. */
export const speakerRole = anyOf(
  'moderator|interviewer|interviewee|host|co-?host|guest|narrator|announcer|anchor|presenter|reporter|correspondent',
  'journalist|operator|analyst|caller|chair|chairman|chairwoman|chairperson|speaker|president|presiding officer|judge',
  'justice|court|clerk|bailiff|prosecutor|prosecution|defen[cs]e|(?:defen[cs]e |trial )?counsel|attorney|plaintiff',
  'defendant|witness|juror|foreperson|deponent|examiner|interpreter|translator|facilitator|panell?ist|participant',
  'respondent|attendee|audience(?: member)?|unidentified(?: (?:male|female|man|woman))?(?: speaker)?',
  '(?:male|female) (?:speaker|voice)|unknown speaker|member|senator|secretary|teacher|student|pupil|professor|doctor',
  'patient|nurse|therapist|client|customer|officer|detective|mother|father|mum|mom|dad|boy|girl|man|woman|child|voice',
  'chorus|crowd|king|queen|prince|princess|messenger|servant|soldier|user|assistant|tutor|coach|mayor|minister|registrar',
  'examining counsel|arbitrator|mediator|commissioner|governor|secretary-general|chief|captain',
)

/** Those who ask the questions. */
export const askingRole = anyOf('interviewer|moderator|host|examiner|journalist|reporter')

/** Labels of questions and answers, which name nobody. */
export const questionLabel = 'question'
export const answerLabel = 'answer'

/** Words of labels that name no speaker: of notes, fields, parts of a text. */
export const noteLabelWords = `
  note notes warning warnings caution tip tips hint hints example examples exercise exercises step steps stage phase figure
  fig table chart box chapter section part article appendix annex title subtitle subject topic theme author authors editor
  editors publisher date dates time day week month year place location venue address phone telephone tel mobile fax
  email e-mail mail web website url link links source sources reference references see cf ps nb re fw fwd cc bcc to from
  sent attachment attachments name names surname age sex gender occupation description summary abstract introduction
  background context purpose aim aims objective objectives goal goals method methods materials ingredients directions
  instructions preparation serves yield makes result results finding findings discussion conclusion conclusions
  recommendation recommendations definition definitions term theorem lemma proof corollary remark remarks comment comments
  observation observations correction update updates edit edited spoiler disclaimer important attention danger notice
  reminder todo fixme issue issues bug bugs feature features fix fixed problem problems solution solutions cause causes
  effect effects symptom symptoms treatment diagnosis pro pros con cons advantage advantages disadvantage disadvantages
  strength strengths weakness weaknesses good bad better best worst right wrong correct incorrect true false yes no before
  after input output usage syntax parameter parameters returns default type types status priority version category tags tag
  keywords language genre price prices cost costs total quantity size colour color weight length duration format
  requirements prerequisites contents agenda action actions item items motion decision decisions resolved outcome vote
  present absent apologies attendees minutes deadline owner assignee photo photos photograph credit credits caption image
  video audio music lyrics words cast rating verdict score option options level task tasks activity rule rules exception
  exceptions principle claim evidence argument objection reply response rationale synopsis plot trivia fact facts myth
  reality moral quote translation meaning origin pronunciation synonym synonyms antonym etymology plural point points story
  stories lesson lessons practice mistake mistakes question questions answers page pages volume isbn doi issn edition
  statement case review overview scope scenario given when then do don't dos don'ts first second third finally next
  previous related more read wire site company product food service monday tuesday wednesday thursday friday saturday sunday`

/** What only a conversation has in plenty: the first person, and the openings of answers. */
export const firstPerson = "(?:I(?:['’](?:m|ve|d|ll))?|[Mm]y|[Mm]e|[Ww]e(?:['’](?:re|ve|d|ll))?|[Oo]ur|us)"
export const answerOpening = anyOf(
  'yes|no|nope|yeah|yep|okay|ok|well|right|sure|thanks|thank you|hello|hi|hey|oh|ah|um|uh|so|exactly|absolutely|correct',
  'indeed|certainly|of course|good (?:morning|afternoon|evening)|please|great|sorry|objection|sustained|overruled|noted',
  'lol|haha|welcome|agreed|fine|maybe|perhaps|never mind|nothing',
)

/** A remark about the transcript rather than a part of it. */
export const aboutTranscript =
  /\b(?:interview|conversation|transcript|discussion|recording)\b.{0,60}\b(?:edited|condensed|abridged|translated|transcribed|shortened|conducted|provided|ends?|ended|recorded)\b/i
