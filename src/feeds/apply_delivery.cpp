#include "feeds/apply_delivery.h"

#include <map>

#include "record/json_write.h"

namespace laoyou::feeds {
namespace {

using registry::Resident;
using store::Writing;

class Application {
 public:
  Application(Writing& writing, const Delivery& delivery, const collection::Collection& residents)
      : writing_(writing), delivery_(delivery), residents_(residents), table_(writing.catalog().table(residents.record)) {}

  void take(const RowWork& work) {
    FeedRecord record = work.record;
    record.delivery = delivery_.id;
    if (work.now) record.resident = Id<Resident>{store_person(work)};
    if (work.is_new_record) {
      record.id = writing_.new_id<FeedRecord>();
      writing_.insert(record);
    } else {
      writing_.update(record);
    }
    for (PersonTask task : work.tasks) store_task(std::move(task), record);
    count(record);
  }

  void gone(const FeedRecord& record) {
    writing_.update(record);
    count(record);
  }

  void store_quality() {
    for (auto& [region, quality] : quality_) {
      quality.id = writing_.new_id<FeedQuality>();
      quality.region = region;
      quality.feed = delivery_.feed;
      quality.delivery = delivery_.id;
      quality.day = delivery_.day;
      writing_.insert(quality);
    }
  }

 private:
  std::int64_t store_person(const RowWork& work) {
    Cells now = *work.now;
    const std::size_t id = residents_.position("id");
    if (work.before) {
      writing_.update_row(table_, std::move(now));
      return std::get<std::int64_t>((*work.before)[id]);
    }
    const std::int64_t number = writing_.new_id_number();
    now[id] = number;
    writing_.insert_row(table_, std::move(now));
    return number;
  }

  void store_task(PersonTask task, const FeedRecord& record) {
    task.id = writing_.new_id<PersonTask>();
    task.source_record = record.id.number;
    // A pair of which this row made the second.
    if (task.kind == PersonTaskKind::same_person && record.resident) task.other = record.resident->number;
    task.made_at = writing_.now();
    writing_.insert(task);
  }

  /// By county: the level at which sources answer for their lists.
  void count(const FeedRecord& record) {
    RegionCode region = record.region;
    while (region.level() > RegionLevel::county && region.parent()) region = *region.parent();
    FeedQuality& quality = quality_[region];
    ++quality.records;
    quality.incomplete += record.missing > 0;
    quality.contradictory += record.contradictory > 0;
    quality.gone += record.gone.has_value();
    quality.unknown += !record.resident.has_value();
  }

  Writing& writing_;
  const Delivery& delivery_;
  const collection::Collection& residents_;
  const store::Table& table_;
  std::map<RegionCode, FeedQuality> quality_;
};

}  // namespace

store::Command applying(const Delivery& delivery, const Considered& considered, const collection::Collection& residents, std::int64_t account) {
  return [&delivery, &considered, &residents, account](Writing& writing) -> Result<void> {
    auto now = writing.find(writing.scope(), delivery.id);
    if (!now) return refuse("feed_deliveries.not_found");
    if (now->state == DeliveryState::applied) return refuse("feeds.applied_already");
    Application application(writing, delivery, residents);
    for (const RowWork& work : considered.work) application.take(work);
    for (const FeedRecord& record : considered.gone) application.gone(record);
    application.store_quality();
    now->state = DeliveryState::applied;
    now->counts = considered.found.counts;
    now->found = record::to_json(considered.found);
    now->applied_by = account;
    now->applied_at = writing.now();
    const auto content = std::exchange(now->content, std::nullopt);
    writing.update(*now);
    if (content) let_go(writing, *content);
    return {};
  };
}

void let_go(Writing& writing, std::int64_t content) {
  // The same list sent twice has one content.
  if (writing.count<Delivery>(store::Scope::country(), store::Filter().equals("content", content)) > 0) return;
  store::Contents::let_go(writing, Id<store::Content>{content});
}

}  // namespace laoyou::feeds
