#include "draws/acts.h"

#include <algorithm>

#include "draws/lists.h"
#include "engines/draw/bundle.h"
#include "store/acting.h"

namespace laoyou::draws {
namespace {

using store::Scope;
using store::Writing;

constexpr std::size_t k_shown_digits = 9;  // of a ticket, as Rivest's sampler shows them

Scope scope_of(const store::Acting& acting) { return Scope::of_account(acting.scope.region()); }

std::optional<InspectionDraw> find(const Services& services, const store::Acting& acting, std::int64_t id) {
  return services.store.read([&](store::Snapshot& snapshot) { return snapshot.find<InspectionDraw>(scope_of(acting), Id<InspectionDraw>{id}); });
}

DrawnPlace shown(const draw::Drawn& place) {
  return {place.stratum->kind, place.number, place.target->id, place.target->name, place.due, "0." + place.ticket.digits().substr(0, k_shown_digits), place.drawn, place.going,
          place.stratum->inspectors - static_cast<std::int32_t>(place.going.size())};
}

void add_lists(const draw::Lists& lists, DrawDetail& detail) {
  detail.places = std::ssize(lists.targets);
  detail.inspectors = std::ssize(lists.inspectors);
  detail.conflicts = std::ssize(lists.conflicts);
  for (const draw::Office& each : lists.offices) detail.offices.push_back({each.office, each.commitment});
  for (const draw::Inspector& each : lists.inspectors) detail.inspector_numbers.push_back(each.id);
}

DrawDetail detail_with(const Services& services, const InspectionDraw& draw, const draw::Bundle& bundle) {
  DrawDetail detail;
  detail.head = line_of(services, draw);
  add_lists(bundle.commitment.lists, detail);
  detail.digits = bundle.outcome.digits;
  detail.source = bundle.outcome.source;
  detail.taken = bundle.outcome.time;
  detail.seed = bundle.seed;
  detail.absent = bundle.absent;
  for (const draw::Drawn& place : bundle.drawn) detail.drawn.push_back(shown(place));
  return detail;
}

/// Keeps a bundle that was made from the draw as it was seen.
CheckedResult<DrawDetail> keep(const Services& services, const store::Acting& acting, InspectionDraw draw, std::int32_t version, const draw::Bundle& bundle) {
  const auto command = [&](Writing& writing) -> Result<void> {
    draw.version = version;
    draw.state = DrawState::drawn;
    draw.bundle = bundle.text;
    draw.drawn_at = writing.now();
    writing.update(draw);
    ++draw.version;
    return {};
  };
  if (const Result<void> done = services.store.write(acting, command).result(); !done) return Refusals{done.error()};
  return detail_with(services, draw, bundle);
}

}  // namespace

DrawLine line_of(const Services& services, const InspectionDraw& draw) {
  return {std::to_string(draw.id.number), draw.version, draw.title, draw.region, services.region_name(draw.region), draw.state, draw.event, draw.event_time, draw.published,
          draw.commitment_hash, draw.drawn_at};
}

CheckedResult<DrawDetail> detail_of(const Services& services, const InspectionDraw& draw) {
  if (draw.bundle) {
    const auto bundle = draw::verify(*draw.bundle);
    if (!bundle) return bundle.error();
    return detail_with(services, draw, *bundle);
  }
  const auto commitment = draw::read_commitment(draw.commitment);
  if (!commitment) return commitment.error();
  DrawDetail detail;
  detail.head = line_of(services, draw);
  add_lists(commitment->lists, detail);
  return detail;
}

CheckedResult<DrawDetail> commit(const Services& services, const store::Acting& acting, const NewDrawRequest& request) {
  const RegionCode region = request.region.value_or(acting.scope.region());
  auto lists = services.store.read([&](store::Snapshot& snapshot) { return lists_of(snapshot, region, request, acting.at.beijing_day()); });
  Refusals wrong = lists ? Refusals{} : lists.error();
  draw::Lists none;
  none.draws_left = request.draws_left;
  auto fixed = draw::commit({request.title, acting.at.text(), request.event, request.event_time.text()}, lists ? std::move(*lists) : std::move(none));
  if (!fixed) {
    const Refusals more = at_fields(fixed.error());
    wrong.insert(wrong.end(), more.begin(), more.end());
  }
  if (!wrong.empty()) return wrong;
  InspectionDraw draw;
  const auto command = [&](Writing& writing) -> Result<void> {
    const auto published = Instant::parse(fixed->announcement.published);
    CHECK(published);
    draw = {writing.new_id<InspectionDraw>(), 1, region, request.title, DrawState::committed, request.event, request.event_time, *published, fixed->text, fixed->hash, std::nullopt, std::nullopt,
            writing.actor().account};
    writing.insert(draw);
    return {};
  };
  if (const Result<void> done = services.store.write(acting, command).result(); !done) return Refusals{done.error()};
  return detail_of(services, draw);
}

CheckedResult<DrawDetail> run(const Services& services, const store::Acting& acting, const RunDrawRequest& request) {
  const auto draw = find(services, acting, request.id);
  if (!draw) return Refusals{refuse("draws.not_found")};
  if (draw->state != DrawState::committed) return Refusals{refuse("draws.already_drawn")};
  if (request.taken > acting.at) return Refusals{at("/taken", refuse("draw.time_order", {acting.at.text(), request.taken.text()}))};
  Refusals wrong;
  std::vector<std::vector<std::string>> secrets;
  for (const OfficeSecret& each : request.secrets) secrets.push_back({each.office, each.secret});
  const draw::ListText typed = typed_list("secrets", secrets, wrong);
  if (!wrong.empty()) return wrong;
  auto commitment = draw::read_commitment(draw->commitment);
  if (!commitment) return commitment.error();
  const auto bundle = draw::run(std::move(*commitment), {request.digits, request.source, request.taken.text()}, typed, {"absent", ""}, draw::ListForm::published);
  if (!bundle) return at_fields(bundle.error());
  return keep(services, acting, *draw, request.version, *bundle);
}

CheckedResult<DrawDetail> replace(const Services& services, const store::Acting& acting, const ReplaceRequest& request) {
  const auto draw = find(services, acting, request.id);
  if (!draw) return Refusals{refuse("draws.not_found")};
  if (!draw->bundle) return Refusals{refuse("draws.not_drawn")};
  auto before = draw::verify(*draw->bundle);
  if (!before) return before.error();
  Refusals wrong;
  std::vector<std::vector<std::string>> numbers;
  for (const std::string& each : request.absent) numbers.push_back({each});
  const draw::ListText absent = typed_list("absent", numbers, wrong);
  if (!wrong.empty()) return wrong;
  const draw::ListText secrets{"secrets", before->revealed};
  const auto bundle = draw::run(std::move(before->commitment), before->outcome, secrets, absent, draw::ListForm::published);
  if (!bundle) return at_fields(bundle.error());
  return keep(services, acting, *draw, request.version, *bundle);
}

}  // namespace laoyou::draws
