#include "procedures/ledger.h"

#include <limits>

namespace laoyou::procedures {
namespace {

const Date k_first_day = Date::from_calendar(1, 1, 1).value();
constexpr std::int64_t k_day_ms = 86'400'000;
constexpr std::int64_t k_beijing_ms = 8 * 3'600'000;
constexpr std::int64_t k_never = std::numeric_limits<std::int64_t>::max() / 4;

std::int64_t floor_divide(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

/// The stretches in which the term runs, as instants in Beijing time.
class Running {
 public:
  Running(Instant started, std::span<const Stop> stops) : stops_(stops), from_(started.milliseconds) {}

  /// The next stretch; false when there is none.
  bool next(std::int64_t& begin, std::int64_t& end) {
    begin = end = k_never;
    while (from_ < k_never) {
      begin = from_;
      // A stop of no length is none.
      while (at_ < stops_.size() && stops_[at_].until && stops_[at_].until->milliseconds <= std::max(begin, stops_[at_].from.milliseconds)) ++at_;
      if (at_ == stops_.size()) {
        end = from_ = k_never;
        break;
      }
      end = std::max(begin, stops_[at_].from.milliseconds);
      from_ = stops_[at_].until ? stops_[at_].until->milliseconds : k_never;
      ++at_;
      if (end > begin) break;
    }
    if (begin >= end || begin >= k_never) return false;
    begin += k_beijing_ms;
    end = end >= k_never ? k_never : end + k_beijing_ms;
    return true;
  }

 private:
  std::span<const Stop> stops_;
  std::size_t at_ = 0;
  std::int64_t from_;
};

/// The slots a unit counts: days, working days or halves of working days. Slot n begins at n × length in Beijing time.
class Slots {
 public:
  Slots(const Calendar& calendar, LengthUnit unit) : calendar_(calendar), unit_(unit) {}

  std::int64_t length_ms() const { return unit_ == LengthUnit::half_days ? k_day_ms / 2 : k_day_ms; }
  /// Counting slots in [from, to).
  std::int64_t between(std::int64_t from, std::int64_t to) const {
    if (to <= from) return 0;
    if (unit_ == LengthUnit::calendar_days) return to - from;
    if (unit_ == LengthUnit::working_days) return calendar_.working_between(Date::from_days(from), Date::from_days(to));
    return halves(to) - halves(from);
  }
  /// The count-th counting slot from `from` on.
  std::int64_t nth(std::int64_t from, std::int64_t count) const {
    if (unit_ == LengthUnit::calendar_days) return from + count - 1;
    if (unit_ == LengthUnit::working_days) return calendar_.nth_working(Date::from_days(from), count).days();
    const std::int64_t day = floor_divide(from, 2);
    const bool second_half = from - day * 2 == 1 && calendar_.is_working(Date::from_days(day));
    const std::int64_t halves_before = count + (second_half ? 1 : 0);
    const Date last = calendar_.nth_working(Date::from_days(second_half || from == day * 2 ? day : day + 1), (halves_before + 1) / 2);
    return std::int64_t{last.days()} * 2 + (halves_before % 2 == 0 ? 1 : 0);
  }

 private:
  /// Counting halves before the slot, up to a constant.
  std::int64_t halves(std::int64_t slot) const {
    const std::int64_t day = floor_divide(slot, 2);
    const Date date = Date::from_days(day);
    return calendar_.working_between(k_first_day, date) * 2 + (slot - day * 2 == 1 && calendar_.is_working(date) ? 1 : 0);
  }

  const Calendar& calendar_;
  LengthUnit unit_;
};

bool by_clock(LengthUnit unit) { return unit == LengthUnit::hours || unit == LengthUnit::minutes; }
std::int64_t clock_ms(LengthUnit unit) { return unit == LengthUnit::hours ? 3'600'000 : 60'000; }

/// The end of the slot; of a calendar day of rest, the end of the next working day.
std::int64_t end_of(const Calendar& calendar, LengthUnit unit, const Slots& slots, std::int64_t slot) {
  if (unit == LengthUnit::calendar_days) slot = calendar.nth_working(Date::from_days(slot), 1).days();
  return (slot + 1) * slots.length_ms();
}

std::optional<Instant> passes_by_clock(Length within, Instant started, std::span<const Stop> stops) {
  std::int64_t left = within.count * clock_ms(within.unit), begin = 0, end = 0;
  for (Running running(started, stops); running.next(begin, end); left -= end - begin)
    if (end - begin >= left) return Instant{begin + left - k_beijing_ms};
  return std::nullopt;
}

}  // namespace

std::optional<Instant> passes_at(const Calendar& calendar, Length within, Instant started, std::span<const Stop> stops) {
  if (by_clock(within.unit)) return passes_by_clock(within, started, stops);
  const Slots slots(calendar, within.unit);
  std::int64_t left = within.count, begin = 0, end = 0;
  for (Running running(started, stops); running.next(begin, end);) {
    const std::int64_t first = -floor_divide(-begin, slots.length_ms());
    const std::int64_t ran = end >= k_never ? k_never : slots.between(first, floor_divide(end, slots.length_ms()));
    if (ran >= left) {
      // The counted days may be over and the term only wait for the next working day when another stop comes.
      const std::int64_t slot = left > 0 ? slots.nth(first, left) : floor_divide(begin, slots.length_ms());
      const std::int64_t passes = end_of(calendar, within.unit, slots, slot);
      if (passes <= end) return Instant{passes - k_beijing_ms};
    }
    left -= std::clamp<std::int64_t>(ran, 0, left);
  }
  return std::nullopt;
}

std::int64_t used_by(const Calendar& calendar, LengthUnit unit, Instant started, std::span<const Stop> stops, Instant now) {
  std::int64_t used = 0, begin = 0, end = 0;
  const std::int64_t until = now.milliseconds + k_beijing_ms;
  const Slots slots(calendar, unit);
  for (Running running(started, stops); running.next(begin, end) && begin < until;) {
    end = std::min(end, until);
    used += by_clock(unit) ? end - begin : slots.between(-floor_divide(-begin, slots.length_ms()), floor_divide(end, slots.length_ms()));
  }
  return by_clock(unit) ? used / clock_ms(unit) : used;
}

Date last_day(Instant passes) { return passes.plus_milliseconds(-1).beijing_day(); }

}  // namespace laoyou::procedures
