#include "plan/answers/reading_record.h"
#include "plan/bundles/bundle_text.h"
#include "plan/bundles/bundles.h"

namespace laoyou::plan {
namespace {

/// Whether its values may be taken from that source, by that caller.
Result<void> check_places(const Bundle& bundle, const Library& library, RegionCode scope, RegionCode trusted) {
  const auto plan = library.find(bundle.head.plan);
  if (!plan) return refuse("plan.not_found", {bundle.head.plan});
  if (!trusted.contains(bundle.head.region) || !scope.contains(bundle.head.region)) return refuse("bundles.outside", {bundle.head.region.text()});
  for (const BundleValue& value : bundle.values) {
    if (!bundle.head.region.contains(value.region)) return refuse("bundles.outside", {value.region.text()});
    if (plan->find_indicator(value.indicator) == nullptr) return refuse("readings.unknown_indicator", {value.indicator});
  }
  return {};
}

/// Nothing: it is the next. True: it was taken before.
Result<bool> was_taken(const store::Snapshot& reading, const BundleHead& head, const std::string& hash) {
  const store::Filter filter = store::Filter().equals("plan", head.plan).equals("region", head.region).equals("public_key", head.public_key).order_by("number", store::Order::falling);
  std::int64_t last = 0;
  for (const TakenBundle& taken : reading.select<TakenBundle>(store::Scope::of_account(head.region), filter)) {
    last = std::max(last, taken.number);
    if (taken.number != head.number) continue;
    if (taken.hash == hash) return true;
    return refuse("bundles.other_under_number", {std::to_string(head.number)});
  }
  if (head.number != last + 1) return refuse("bundles.gap", {std::to_string(head.number), std::to_string(last + 1)});
  return false;
}

/// True when something is other than before.
bool put(store::Writing& writing, const std::string& plan, const BundleValue& line) {
  const store::Filter same = store::Filter().equals("plan", plan).equals("indicator", line.indicator).equals("region", line.region).equals("period", line.period);
  const auto old = writing.first<ReportedValue>(store::Scope::of_account(line.region), same);
  if (!line.value) {
    if (old) writing.remove(old->id);
    return old.has_value();
  }
  if (old && old->value == *line.value && old->source == line.source.value_or("") && old->counted_on == line.counted_on && old->reporter == line.reporter) return false;
  const ReportedValue fresh{old ? old->id : writing.new_id<ReportedValue>(), line.region, plan, line.indicator, line.period, *line.value, line.source.value_or(""),
                            line.synthetic.value_or(false), 0, writing.now(), line.counted_on, line.reporter};
  if (old)
    writing.update(fresh);
  else
    writing.insert(fresh);
  return true;
}

}  // namespace

Result<BundleTaken> take_bundle(store::Store& store, const store::Actor& actor, const Library& library, RegionCode scope, std::string_view text) {
  const Result<Bundle> read = read_bundle(text);
  if (!read) return read.error();
  const BundleHead& head = read->head;
  const std::string hash = bundle_hash(text);
  BundleTaken answer{head.plan, head.region, head.number, false, 0};
  const auto outcome = store.write(actor, [&](store::Writing& writing) -> Result<void> {
    const auto source = writing.first<BundleSource>(store::Scope::country(), store::Filter().equals("public_key", head.public_key));
    if (!source) return refuse("bundles.unknown_source", {head.public_key});
    if (const Result<void> places = check_places(*read, library, scope, source->region); !places) return places;
    const Result<bool> before = was_taken(writing, head, hash);
    if (!before) return before.error();
    answer.taken_before = *before;
    if (*before) return {};
    for (const BundleValue& value : read->values) answer.changed += put(writing, head.plan, value);
    writing.insert(TakenBundle{writing.new_id<TakenBundle>(), head.region, head.plan, head.public_key, head.number, hash, writing.now(), head.values});
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done.error();
  return answer;
}

Result<void> trust_bundles(store::Store& store, const store::Actor& actor, const TrustBundlesRequest& request) {
  constexpr std::size_t k_key_digits = 64;
  if (request.public_key.size() != k_key_digits || request.public_key.find_first_not_of("0123456789abcdef") != std::string::npos) return at("/public_key", refuse("bundles.no_key"));
  const auto outcome = store.write(actor, [&](store::Writing& writing) -> Result<void> {
    writing.insert(BundleSource{writing.new_id<BundleSource>(), request.region, request.name, request.public_key});
    return {};
  });
  return outcome.result();
}

}  // namespace laoyou::plan
