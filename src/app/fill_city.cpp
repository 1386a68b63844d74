#include "app/fill_city.h"

#include <condition_variable>
#include <mutex>
#include <unordered_map>

#include "store/late_indexes.h"
#include "synth/make_city.h"

namespace laoyou::app {
namespace {

using registry::InstitutionKind;

/// Counts what plans count: homes, community points and nurseries, with their beds, classes and slots.
class PlaceCounts {
 public:
  void count(const synth::Record& record) {
    if (const auto* institution = std::get_if<registry::Institution>(&record)) {
      kinds_[institution->id.number] = institution->kind;
      if (const char* const name = name_of(institution->kind)) ++counts[name];
    } else if (const auto* bed = std::get_if<registry::Bed>(&record)) {
      if (!bed->institution) return static_cast<void>(++counts["family_beds"]);
      ++counts[kinds_[bed->institution->number] == InstitutionKind::elderly_home ? "home_beds" : "community_point_beds"];
    } else if (std::holds_alternative<registry::CareClass>(record)) {
      ++counts["classes"];
    } else if (std::holds_alternative<registry::Slot>(record)) {
      ++counts["slots"];
    } else if (const auto* resident = std::get_if<registry::Resident>(&record)) {
      ++counts[resident->moved_out ? "departed" : "people"];
    }
  }
  std::map<std::string, std::int64_t, std::less<>> counts;

 private:
  static const char* name_of(InstitutionKind kind) {
    if (kind == InstitutionKind::elderly_home) return "homes";
    if (kind == InstitutionKind::community_station || kind == InstitutionKind::day_care) return "community_points";
    return kind == InstitutionKind::nursery ? "nurseries" : nullptr;
  }
  std::unordered_map<std::int64_t, InstitutionKind> kinds_;
};

/// Queues commands, a few at a time: the generator is not to run away from the disk. The first refusal stays.
class Conveyor {
 public:
  Conveyor(store::Store& store, const store::Actor& actor) : store_(store), actor_(actor) {}
  ~Conveyor() { wait_for(0); }

  void send(synth::Records&& records) {
    wait_for(k_under_way - 1);
    const std::lock_guard lock(mutex_);
    if (refusal_ || failure_) return;
    ++under_way_;
    auto shared = std::make_shared<synth::Records>(std::move(records));
    store_.write(
        actor_,
        [shared](store::Writing& writing) -> Result<void> {
          for (const synth::Record& record : *shared) std::visit([&](const auto& one) { writing.insert(one); }, record);
          return {};
        },
        [this](const store::WriteOutcome& outcome) {
          const std::lock_guard lock(mutex_);
          if (!outcome.done() && !refusal_) refusal_ = outcome.refusal;
          if (outcome.failure && !failure_) failure_ = outcome.failure;
          --under_way_;
          landed_.notify_all();
        });
  }

  /// Waits for all; throws what failed.
  Result<void> finish() {
    wait_for(0);
    if (failure_) std::rethrow_exception(failure_);
    return refusal_ ? Result<void>(*refusal_) : Result<void>();
  }

 private:
  static constexpr int k_under_way = 4;
  void wait_for(int at_most) {
    std::unique_lock lock(mutex_);
    landed_.wait(lock, [&] { return under_way_ <= at_most; });
  }

  store::Store& store_;
  store::Actor actor_;
  std::mutex mutex_;
  std::condition_variable landed_;
  int under_way_ = 0;
  std::optional<Refusal> refusal_;
  std::exception_ptr failure_;
};

template <class... Kinds>
std::vector<std::string> names_of(std::variant<Kinds...>*) {
  return {std::string(record::record_name<Kinds>())...};
}

}  // namespace

Result<FilledCity> fill_city(store::Store& store, const store::Actor& actor, const synth::City& city) {
  const store::Filter made_up = store::Filter().equals("synthetic", true);
  const bool filled = store.read([&](store::Snapshot& snapshot) { return snapshot.first<registry::Resident>(store::Scope(city.place.code), made_up).has_value(); });
  if (filled) return refuse("synth.filled_already", {city.place.name});
  // Numbers that are made up are each made once, so that no index is needed to see it.
  store::LateIndexes indexes(store, names_of(static_cast<synth::Record*>(nullptr)));
  PlaceCounts places;
  Conveyor conveyor(store, actor);
  FilledCity done;
  done.records = synth::make_city(city, [&](synth::Records&& records) {
    for (const synth::Record& record : records) places.count(record);
    conveyor.send(std::move(records));
  });
  const Result<void> stored = conveyor.finish();
  indexes.make();
  if (!stored) return stored.error();
  done.places = std::move(places.counts);
  return done;
}

}  // namespace laoyou::app
