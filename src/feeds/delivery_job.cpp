// A delivery as long work: looked at, or applied. And the register held against itself: who may stand in it twice.
#include <algorithm>

#include "feeds/apply_delivery.h"
#include "feeds/desk.h"
#include "feeds/pair_task.h"
#include "record/json_read.h"
#include "record/json_write.h"

namespace laoyou::feeds {
namespace {

using store::Filter;

std::optional<DeliveryJob> arguments_of(const jobs::Job& job) {
  auto arguments = record::parse_json<DeliveryJob>(job.arguments);
  return arguments ? std::optional(*arguments) : std::nullopt;
}

Result<void> keep_look(const jobs::JobWork& work, Id<Delivery> id, DeliveryState state, const DeliveryFound& found) {
  return work.store().write(work.acting(), [&](store::Writing& writing) -> Result<void> {
    auto delivery = writing.find(writing.scope(), id);
    if (!delivery) return refuse("feed_deliveries.not_found");
    if (delivery->state == DeliveryState::applied || delivery->state == DeliveryState::set_aside) return refuse("feeds.applied_already");
    delivery->state = state;
    delivery->counts = found.counts;
    delivery->found = record::to_json(found);
    writing.update(*delivery);
    return {};
  }).result();
}

/// A sheet that is none of this feed: said on the delivery's page too.
CheckedResult<void> refused_whole(const jobs::JobWork& work, Id<Delivery> id, Refusals refusals, Language language) {
  DeliveryFound found;
  for (const Refusal& refusal : refusals) found.refusals.push_back({refusal.place, refusal.code, message(refusal, language)});
  if (const Result<void> kept = keep_look(work, id, DeliveryState::refused, found); !kept) return Refusals{kept.error()};
  return refusals;
}

struct Opened {
  Delivery delivery;
  std::shared_ptr<const Feeds> feeds;
  const Feed* feed = nullptr;
  std::string bytes;
};

Result<Opened> open(const Services& services, const jobs::JobWork& work, Id<Delivery> id) {
  const auto delivery = services.store.read([&](store::Snapshot& snapshot) { return snapshot.find(work.acting().scope, id); });
  if (!delivery) return refuse("feed_deliveries.not_found");
  if (!delivery->content) return refuse("feeds.applied_already");
  Opened opened{*delivery, services.feeds(delivery->region), nullptr, {}};
  opened.feed = opened.feeds->find(delivery->feed);
  if (opened.feed == nullptr) return refuse("feeds.feed_unknown", {delivery->feed});
  store::Contents contents(services.store);
  const auto content = contents.find(Id<store::Content>{*delivery->content});
  if (!content) return refuse("feeds.applied_already");
  opened.bytes = contents.whole(*content);
  return opened;
}

CheckedResult<void> run_delivery(const Services& services, jobs::JobWork& work) {
  const auto asked = arguments_of(work.job());
  if (!asked) return Refusals{refuse("feed_deliveries.not_found")};
  const Language language = asked->english ? Language::en : Language::zh;
  const Result<Opened> opened = open(services, work, asked->delivery);
  if (!opened) return Refusals{opened.error()};
  work.phase("reading");
  Result<record::Sheet> sheet = record::read_sheet(opened->bytes, opened->delivery.format == "csv" ? record::SheetFormat::csv : record::SheetFormat::xlsx);
  if (!sheet) return refused_whole(work, asked->delivery, {sheet.error()}, language);
  const collection::Desk desk{services.register_services, services.registers, services.residents(), work.acting()};
  auto rows = read_delivery(desk, *opened->feed, *sheet);
  if (!rows) return refused_whole(work, asked->delivery, rows.error(), language);
  work.phase("checking", std::ssize(*rows));
  Considering with{desk, *opened->feeds, *opened->feed, opened->delivery, services.index.finder(), language, [&](std::int64_t done, std::int64_t whole) { work.report(done, whole); }};
  const Considered considered = consider(with, std::move(*rows));
  if (!asked->apply) {
    if (const Result<void> kept = keep_look(work, asked->delivery, DeliveryState::looked, considered.found); !kept) return Refusals{kept.error()};
    return {};
  }
  work.phase("storing", considered.found.counts.rows);
  const store::Command command = applying(opened->delivery, considered, services.residents(), work.job().account);
  if (const Result<void> done = work.write_last(command); !done) return Refusals{done.error()};
  store::Contents(services.store).erase(*opened->delivery.content);
  return {};
}

/// Pairs of the register that nobody has decided yet: each told once, from the older record.
CheckedResult<void> run_duplicates(const Services& services, jobs::JobWork& work) {
  constexpr std::size_t k_tasks_most = 2000;
  PersonFinder& finder = services.index.finder();
  std::vector<PersonTask> tasks;
  services.store.read([&](store::Snapshot& snapshot) {
    std::map<std::int64_t, std::string> addresses;
    snapshot.each<registry::Household>(work.acting().scope, {}, [&](const registry::Household& each) { addresses.emplace(each.id.number, each.address.value_or("")); });
    const std::int64_t whole = snapshot.count<registry::Resident>(work.acting().scope, Filter().is_absent("moved_out"));
    work.phase("comparing", whole);
    std::int64_t done = 0;
    snapshot.each<registry::Resident>(work.acting().scope, Filter().is_absent("moved_out"), [&](const registry::Resident& each) {
      if (done++ % 500 == 0) work.report(done, whole);
      if (tasks.size() >= k_tasks_most) return;
      const std::string address = each.household ? addresses[each.household->number] : std::string();
      for (const NearPerson& near : finder.near(person_text(each, address), each.id.number)) {
        if (near.id < each.id.number || !near.against.empty()) continue;
        PersonTask& task = tasks.emplace_back(pair_task(each.id.number, near));
        task.region = each.region;
        task.other = near.id;
      }
    });
  });
  work.phase("storing", std::ssize(tasks));
  const Result<void> done = work.write_last([&](store::Writing& writing) -> Result<void> {
    for (PersonTask& task : tasks) {
      // Both must be the caller's to see; a pair that was decided is not asked again.
      if (!writing.find(writing.scope(), Id<registry::Resident>{task.other})) continue;
      if (was_asked(writing, task.resident, task.other)) continue;
      task.id = writing.new_id<PersonTask>();
      task.made_at = writing.now();
      writing.insert(task);
    }
    return {};
  });
  if (!done) return Refusals{done.error()};
  return {};
}

}  // namespace

std::vector<jobs::JobKind> job_kinds(const Services& services) {
  const auto applies = [](const jobs::Job& job) {
    const auto arguments = arguments_of(job);
    return arguments && arguments->apply;
  };
  jobs::JobKind delivery{std::string(k_delivery_kind),
                         [applies](const jobs::Job& job) { return applies(job) ? http::Summary{"写入报送数据", "Apply a delivery"} : http::Summary{"检查报送数据", "Look at a delivery"}; },
                         [](const jobs::Job& job) {
                           const auto arguments = arguments_of(job);
                           return arguments ? "/feeds/deliveries/" + std::to_string(arguments->delivery.number) : std::string();
                         },
                         [services](jobs::JobWork& work) { return run_delivery(services, work); }};
  jobs::JobKind duplicates{std::string(k_duplicates_kind), [](const jobs::Job&) { return http::Summary{"查找重复人员", "Look for people who stand twice"}; },
                           [](const jobs::Job&) { return std::string("/feeds/tasks"); }, [services](jobs::JobWork& work) { return run_duplicates(services, work); }};
  return {std::move(delivery), std::move(duplicates)};
}

}  // namespace laoyou::feeds
