#include "store/follower.h"

#include <algorithm>
#include <limits>
#include <map>

#include "base/check.h"

namespace laoyou::store {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

constexpr std::int64_t k_entries_a_look = 1000;
constexpr std::size_t k_entries_a_command = 200;        ///< how long a subscriber may hold up the writer
constexpr std::int64_t k_entries_without_place = 1000; ///< so many unwanted entries are read again after a restart at worst
constexpr milliseconds k_look_for_others{1000};
constexpr milliseconds k_first_patience{100}, k_last_patience{60'000};

const std::string k_own_record(record::record_name<FollowerPosition>());

Filter of_subscriber(const std::string& name) { return Filter().equals("subscriber", name); }

std::string what_of(std::exception_ptr failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& known) {
    return known.what();
  } catch (...) {
    return "unknown exception";
  }
}

}  // namespace

TableDefinition follower_table() { return table<FollowerPosition>({unique({"subscriber"})}); }

struct Follower::Subscriber {
  std::string name, record;  ///< record empty: of every kind
  Handle handle;             ///< one of the two
  Keep keep;
  From from = From::now;
  std::optional<std::int64_t> after;
  std::int64_t position = 0;  ///< all up to here are handled, or not wanted
  std::int64_t place = 0;     ///< kept in the database, never beyond the position
  std::size_t at_once = k_entries_a_command;
  Steady::time_point not_before{};
  milliseconds patience = k_first_patience;

  bool wants(const JournalEntry& entry) const { return (!keep || entry.record != k_own_record) && (record.empty() || record == entry.record); }
};

Follower::Follower(Store& store) : store_(store) {}
Follower::~Follower() { stop(); }

void Follower::on_any(std::string subscriber, Handle handle, std::optional<std::int64_t> after) { add(std::move(subscriber), "", std::move(handle), after); }
void Follower::keep_any(std::string subscriber, From from, Keep keep) { add_kept(std::move(subscriber), "", from, std::move(keep)); }

void Follower::add(std::string subscriber, std::string record, Handle handle, std::optional<std::int64_t> after) {
  CHECK(!thread_.joinable());
  auto made = std::make_unique<Subscriber>();
  made->name = std::move(subscriber);
  made->record = std::move(record);
  made->handle = std::move(handle);
  made->after = after;
  subscribers_.push_back(std::move(made));
}

void Follower::add_kept(std::string subscriber, std::string record, From from, Keep keep) {
  for (const auto& other : subscribers_) CHECK(!other->keep || other->name != subscriber);
  add(std::move(subscriber), std::move(record), {}, std::nullopt);
  subscribers_.back()->keep = std::move(keep);
  subscribers_.back()->from = from;
}

void Follower::start(Trouble trouble) {
  CHECK(!thread_.joinable() && !stopping_);
  trouble_ = std::move(trouble);
  const std::int64_t head = store_.journal_head();
  for (const auto& each : subscribers_) each->position = each->after.value_or(head);
  find_places(head);
  publish_position();
  thread_ = std::thread([this] { run(); });
}

/// A place is made at once, so that "now" is the same moment after a restart.
void Follower::find_places(std::int64_t head) {
  const Actor actor{0, "system", "follower"};
  for (const auto& each : subscribers_) {
    if (!each->keep) continue;
    const WriteOutcome outcome = store_.write(actor, [&](Writing& writing) -> Result<void> {
      const auto kept = writing.first<FollowerPosition>(Scope::country(), of_subscriber(each->name));
      each->place = kept ? kept->sequence : each->from == From::now ? head : 0;
      if (!kept) writing.insert(FollowerPosition{writing.new_id<FollowerPosition>(), {}, each->name, each->place});
      return {};
    });
    CHECK(outcome.result());
    each->position = each->place;
  }
}

void Follower::stop() {
  stopping_ = true;
  if (!thread_.joinable()) return;
  store_.commits().ring();
  thread_.join();
}

bool Follower::wait_for(std::int64_t sequence, milliseconds at_most) {
  std::unique_lock lock(mutex_);
  return advanced_.wait_for(lock, at_most, [&] { return position_ >= sequence; });
}

void Follower::run() {
  std::uint64_t heard = 0;
  Steady::time_point tell_from{};  // an outage of an hour is told now and then, not each second
  while (!stopping_) {
    bool more = false;
    try {
      more = round();
      for (const auto& look_done : after_each_look_) look_done();
    } catch (...) {  // the database is away or the journal unreadable: nobody has missed anything, so look again later
      if (trouble_ && Steady::now() >= tell_from) {
        trouble_("", what_of(std::current_exception()));
        tell_from = Steady::now() + k_last_patience;
      }
    }
    publish_position();
    if (!more && !stopping_) heard = store_.commits().wait(heard, k_look_for_others);
  }
}

/// One look for each place where subscribers stand: all stand at the same unless one has trouble. True when there may be more at once.
bool Follower::round() {
  std::map<std::int64_t, std::vector<Subscriber*>> standing;
  for (const auto& each : subscribers_)
    if (each->not_before <= Steady::now()) standing[each->position].push_back(each.get());
  bool more = false;
  for (const auto& [position, here] : standing) {
    JournalQuery query;
    query.after_sequence = position;
    query.rows = k_entries_a_look;
    const std::vector<JournalEntry> entries = store_.read([&](Snapshot& snapshot) { return snapshot.journal(Scope::country(), query); });
    if (entries.empty()) continue;
    for (Subscriber* each : here)
      if (!stopping_) more |= advance(*each, entries);
    more |= std::ssize(entries) == k_entries_a_look;
  }
  return more;
}

/// True when the subscriber got on and has not come to the end of the entries.
bool Follower::advance(Subscriber& subscriber, const std::vector<JournalEntry>& entries) {
  const std::int64_t before = subscriber.position;
  const bool handled = subscriber.keep ? hand_over_kept(subscriber, entries) : hand_over(subscriber, entries);
  if (handled) {
    subscriber.patience = k_first_patience;
    subscriber.not_before = {};
  }
  return handled && subscriber.position > before && subscriber.position < entries.back().sequence;
}

bool Follower::hand_over(Subscriber& subscriber, const std::vector<JournalEntry>& entries) {
  for (const JournalEntry& entry : entries) {
    if (stopping_) return true;
    try {
      if (subscriber.wants(entry)) subscriber.handle(entry);
    } catch (...) {
      fail(subscriber, what_of(std::current_exception()));
      return false;
    }
    subscriber.position = entry.sequence;
  }
  return true;
}

/// Another server with the same subscriber may have come further: what is handled begins where the place in the database says, read under the
/// lock of the journal's head. Entries between that place and our position are not wanted, else we would have moved the place.
bool Follower::hand_over_kept(Subscriber& subscriber, const std::vector<JournalEntry>& entries) {
  std::vector<const JournalEntry*> wanted;
  std::int64_t last = subscriber.position;
  for (const JournalEntry& entry : entries) {
    if (subscriber.wants(entry)) wanted.push_back(&entry);
    last = entry.sequence;
    if (wanted.size() == subscriber.at_once) break;
  }
  if (wanted.empty() && last - subscriber.place < k_entries_without_place) {
    subscriber.position = last;
    return true;
  }
  const Actor actor{0, "system", "follower " + subscriber.name};
  std::int64_t place = 0;
  const WriteOutcome outcome = store_.write(actor, [&](Writing& writing) -> Result<void> {
    auto kept = writing.first<FollowerPosition>(Scope::country(), of_subscriber(subscriber.name));
    CHECK(kept.has_value());
    for (const JournalEntry* entry : wanted)
      if (entry->sequence > kept->sequence)
        if (const Result<void> done = subscriber.keep(writing, *entry); !done) return done;
    kept->sequence = place = std::max(kept->sequence, last);
    writing.update(*kept);
    return {};
  });
  if (!outcome.done()) {
    const bool alone = wanted.size() <= 1 || subscriber.at_once == 1;
    subscriber.at_once = 1;  // those before the one that fails are not to wait for it
    if (alone) fail(subscriber, outcome.failure ? what_of(outcome.failure) : outcome.refusal->code);
    return !alone ? hand_over_kept(subscriber, entries) : false;
  }
  subscriber.at_once = std::min(subscriber.at_once * 2, k_entries_a_command);
  subscriber.place = place;
  subscriber.position = std::max(last, place);
  return true;
}

void Follower::fail(Subscriber& subscriber, const std::string& what) {
  subscriber.not_before = Steady::now() + subscriber.patience;
  subscriber.patience = std::min(subscriber.patience * 2, k_last_patience);
  if (trouble_) trouble_(subscriber.name, what);
}

void Follower::publish_position() {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();  // nobody is behind where nobody follows
  for (const auto& each : subscribers_) least = std::min(least, each->position);
  {
    const std::scoped_lock lock(mutex_);
    position_ = least;
  }
  advanced_.notify_all();
}

}  // namespace laoyou::store
