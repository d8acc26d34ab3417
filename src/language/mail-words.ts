import { anyOf } from './english/any-of.ts'

// What mail programs and mailing lists write, in the languages that documents are read in.

/** Above a quoted message: `On Mon, 7 May 2018, Bo Day wrote:`, `Am 07.05.2018 um 09:00 schrieb Bo Day:`. */
export const replyIntroduction = new RegExp(
  anyOf(
    String.raw`^On\s.{0,160}\d.{0,160}\swrote:$`,
    String.raw`^(?:Am|Den)\s.{0,80}\d.{0,160}\b(?:schrieb|skrev)\b.{0,120}:$`,
    String.raw`^Le\s.{0,80}\d.{0,160}\sa écrit\s?:$`,
    String.raw`^El\s.{0,80}\d.{0,160}\sescribió:$`,
    String.raw`^\d{4}[-/]\d\d[-/]\d\d.{0,160}(?:<[^<>]+>|wrote):$`,
    String.raw`^.{1,80}\s(?:wrote|schrieb|writes)(?:\son\s.{1,60}|\sam\s.{1,60})?:$`,
  ),
  's',
)

/** Above a whole message that was sent along. */
export const messageBelow = new RegExp(
  String.raw`^[-_\s>*]*${anyOf(
    'original message|forwarded message|begin forwarded message|forwarded by .{1,80}|ursprüngliche nachricht',
    'weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-mail)|message (?:d.origine|original|transféré)',
    'mensaje (?:original|reenviado)',
  )}[-_\s:*]*$`,
  'i',
)

/** Of these, above a message that was forwarded rather than answered; and above each message of a digest. */
export const forwardBelow = new RegExp(
  String.raw`^[-_\s*]*${anyOf(
    'forwarded message|begin forwarded message|forwarded by .{1,80}|weitergeleitete nachricht',
    'anfang der weitergeleiteten (?:nachricht|e-mail)|message transféré|mensaje reenviado',
    String.raw`message:\s\d{1,4}`,
  )}[-_\s:*]*$`,
  'i',
)

/** The first line of a header within a message, and the lines below it. */
export const senderField = /^\*?(?:From|Von|De):\*?\s\S/
export const otherField =
  /^\*?(?:Sent|Date|To|Subject|Cc|Gesendet|Datum|An|Betreff|Envoyé|Objet|À|Enviado|Para|Asunto):\*?\s\S/

/** The sender in such a header, which may have become one line. */
export const senderIn =
  /^\*?(?:From|Von|De):\*?\s(.+?)(?=\s\*?(?:Sent|Date|To|Subject|Cc|Gesendet|Datum|An|Betreff|Envoyé|Objet|À|Enviado|Para|Asunto):|$)/

/** The name in the line above a quoted message, before or behind the verb. */
export const quotedWriter = new RegExp(
  anyOf(
    String.raw`((?:\p{Lu}[\p{L}'’.-]*\s(?:\p{Ll}{1,3}\s)?){1,3}\p{Lu}[\p{L}'’-]+)\s*(?:[<(\[][^<>]*[>)\]]\s*)?(?:wrote|writes|a écrit|escribió)\b`,
    String.raw`\b(?:schrieb|skrev)\s["„]?((?:\p{Lu}[\p{L}'’.-]*\s(?:\p{Ll}{1,3}\s)?){1,3}\p{Lu}[\p{L}'’-]+)`,
  ),
  'u',
)

/** What is written below messages by law or habit. */
export const disclaimer =
  /\b(?:(?:this|the) (?:e-?mail|message|communication)\b.{0,200}\b(?:confidential|privileged|intended (?:only|solely)|intended recipient)|diese (?:e-?mail|nachricht)\b.{0,120}\bvertraulich|ce (?:message|courriel)\b.{0,160}\bconfidentiel|este (?:mensaje|correo)\b.{0,160}\bconfidencial|confidentiality notice|(?:please )?(?:consider|think of) the environment before printing)/is

/** What telephones write below messages. */
export const sentFrom =
  /^(?:Sent from (?:my|Mail|Outlook|Yahoo|the)\b|Get Outlook for\b|Von meinem .{1,40} gesendet|Gesendet von\b|Envoyé de (?:mon|ma)\b|Enviado desde (?:mi|el)\b).{0,60}$/

/** The first line below which a mailing list writes about itself. */
export const listFooter =
  /^(?:\S+ mailing list$|-+ next part -+$|End of .{1,80} Digest\b|You received this message because you are subscribed\b|To unsubscribe\b)/i
