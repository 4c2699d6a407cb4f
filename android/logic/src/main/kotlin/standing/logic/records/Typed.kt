package standing.logic.records

import kotlinx.serialization.Serializable
import standing.core.DonationAmount
import standing.core.DraftBody
import standing.core.DraftField
import standing.core.RecordChoice
import standing.core.RecordKind
import standing.logic.keepable

/** What was given: the two things that a form of a blood donation can say. */
enum class Given { WHOLE_BLOOD, PLATELETS }

/**
 * What a form holds, as it was typed: also what is no day and no number yet.
 *
 * @property day such as `2026-11-23`; empty as long as none was chosen.
 * @property hours and [minutes] how long, in two boxes.
 * @property millilitres of whole blood; 0 as long as no volume was chosen.
 */
@Serializable
data class Typed(
    val day: String = "",
    val description: String = "",
    val organiser: String = "",
    val activity: String = "",
    val hours: String = "",
    val minutes: String = "",
    val code: String = "",
    val place: String = "",
    val given: Given = Given.WHOLE_BLOOD,
    val millilitres: UInt = 0u,
    val units: UInt = 1u,
) {
    /** The fields that are filled in: notes on others would come before the person has been there. */
    val filled: Set<DraftField>
        get() =
            buildSet {
                fun filled(field: DraftField, vararg texts: String) {
                    if (texts.any(String::isNotBlank)) add(field)
                }
                filled(DraftField.DAY, day)
                filled(DraftField.DESCRIPTION, description)
                filled(DraftField.ORGANISER, organiser)
                filled(DraftField.ACTIVITY, activity)
                filled(DraftField.MINUTES, hours, minutes)
                filled(DraftField.DONATION_CODE, code)
                filled(DraftField.PLACE, place)
                if (given == Given.PLATELETS || millilitres > 0u) add(DraftField.AMOUNT)
            }

    /** The same, with no text longer than a saved state may hold. The core says long before what is too long. */
    fun bounded(): Typed =
        copy(
            description = description.take(TEXT_LIMIT),
            organiser = organiser.take(TEXT_LIMIT),
            activity = activity.take(TEXT_LIMIT),
            code = code.take(TEXT_LIMIT),
            place = place.take(TEXT_LIMIT),
            hours = hours.take(NUMBER_LIMIT),
            minutes = minutes.take(NUMBER_LIMIT),
        )

    /** The same, without the texts that may not outlive the process. */
    fun keepable(): Typed =
        copy(
            day = day.keepable(),
            description = description.keepable(),
            organiser = organiser.keepable(),
            activity = activity.keepable(),
            hours = hours.keepable(),
            minutes = minutes.keepable(),
            code = code.keepable(),
            place = place.keepable(),
        )

    fun body(kind: RecordKind, rule: String): DraftBody =
        when (kind) {
            RecordKind.VOLUNTEERING -> DraftBody.Volunteering(organiser.trim(), activity.trim(), day, duration())
            RecordKind.BLOOD_DONATION -> DraftBody.BloodDonation(code.trim(), day, place.trim(), amount())
            else -> DraftBody.SelfReport(rule, day, description.trim())
        }

    private fun with(amount: DonationAmount): Typed =
        when (amount) {
            is DonationAmount.WholeBlood -> copy(given = Given.WHOLE_BLOOD, millilitres = amount.ml)
            is DonationAmount.Platelets -> copy(given = Given.PLATELETS, units = amount.units)
        }

    private fun amount() =
        when (given) {
            Given.WHOLE_BLOOD -> DonationAmount.WholeBlood(millilitres)
            Given.PLATELETS -> DonationAmount.Platelets(units)
        }

    /** In minutes; 0 for what is no time, which the core then says. */
    private fun duration(): UInt {
        val hours = number(hours) ?: return 0u
        val minutes = number(minutes) ?: return 0u
        return (hours * MINUTES_AN_HOUR + minutes).toUInt()
    }

    /** Far too many stay too many, and overflow nothing. A sign is no digit. */
    private fun number(text: String): Int? {
        val digits = digits(text.trim())
        if (digits.any { it !in '0'..'9' }) return null
        return digits.fold(0) { number, digit -> minOf(number * 10 + (digit - '0'), TOO_MANY) }
    }

    /** Chinese input methods offer digits of full width. */
    private fun digits(text: String) = text.map { if (it in '０'..'９') '0' + (it - '０') else it }.joinToString("")

    companion object {
        private const val TOO_MANY = 10_000

        /** What was typed to say this. */
        fun of(body: DraftBody): Typed =
            when (body) {
                is DraftBody.SelfReport -> Typed(day = body.occurredOn, description = body.description)
                is DraftBody.Volunteering -> {
                    val (hours, minutes) = body.minutes.toInt().let { it / MINUTES_AN_HOUR to it % MINUTES_AN_HOUR }
                    Typed(
                        day = body.occurredOn,
                        organiser = body.organiser,
                        activity = body.activity,
                        hours = if (hours == 0) "" else "$hours",
                        minutes = if (minutes == 0) "" else "$minutes",
                    )
                }
                is DraftBody.BloodDonation ->
                    Typed(day = body.occurredOn, code = body.donationCode, place = body.place).with(body.amount)
            }

        /** Characters of a text that the form holds at most. */
        const val TEXT_LIMIT = 10_000
        private const val NUMBER_LIMIT = 6
        private const val MINUTES_AN_HOUR = 60
    }
}

/** Which fields a form of this kind has, in their order; the photo where one can help. */
fun fields(choice: RecordChoice): List<DraftField> =
    when (choice.kind) {
        RecordKind.VOLUNTEERING ->
            listOf(DraftField.ORGANISER, DraftField.ACTIVITY, DraftField.DAY, DraftField.MINUTES, DraftField.PHOTO)
        RecordKind.BLOOD_DONATION ->
            listOf(DraftField.DAY, DraftField.AMOUNT, DraftField.DONATION_CODE, DraftField.PLACE, DraftField.PHOTO)
        else -> listOf(DraftField.DAY, DraftField.DESCRIPTION, DraftField.PHOTO)
    }
