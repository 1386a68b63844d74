// Where a person's values come from, the records of a source by what is wrong with them, and how good sources are over time.
#include <algorithm>
#include <set>

#include "feeds/desk.h"
#include "feeds/kept_cells.h"
#include "feeds/person_pages.h"

namespace laoyou::feeds {
namespace {

using http::Context;
using powers::Power;
using store::Filter;

constexpr std::int64_t k_rows_a_page = 50;

Result<PersonSources> person(const Services& services, Context& context, const SourcesRequest& request) {
  const store::Scope scope = store::acting_of(context).scope;
  return services.store.read([&](store::Snapshot& snapshot) -> Result<PersonSources> {
    if (!snapshot.find(scope, request.id)) return refuse("records.not_found");
    return sources_of(services, snapshot, scope, request.id);
  });
}

/// What a figure counts and what its list shows are one condition.
Filter flagged(const std::string& feed, RecordFlag flag) {
  Filter filter = Filter().equals("feed", feed);
  if (flag == RecordFlag::incomplete) filter.greater("missing", std::int32_t{0}).is_absent("gone");
  if (flag == RecordFlag::contradictory) filter.greater("contradictory", std::int32_t{0}).is_absent("gone");
  if (flag == RecordFlag::gone) filter.is_present("gone");
  if (flag == RecordFlag::unknown) filter.is_absent("resident").is_absent("gone");
  return filter;
}

/// The fields that make the flag true.
void name_fields(const Services& services, const Feed& feed, const FeedRecord& record, RecordFlag flag, const store::Snapshot& snapshot, const store::Scope& scope, FeedRecordRow& row) {
  const collection::Collection& residents = services.residents();
  const Given given = given_of(residents, record.cells);
  std::optional<Cells> held;
  if (flag == RecordFlag::contradictory && record.resident) held = snapshot.find_row(snapshot.catalog().table(residents.record), scope, record.resident->number);
  for (const FeedColumn& column : feed.columns) {
    const collection::Field* const field = residents.find(column.field);
    if (field == nullptr) continue;
    const std::size_t position = residents.position(column.field);
    const auto said = std::find_if(given.begin(), given.end(), [&](const auto& each) { return each.first == position; });
    const bool named = flag == RecordFlag::incomplete ? said == given.end() : held && said != given.end() && said->second != (*held)[position];
    if (!named) continue;
    row.fields_zh.push_back(field->sheet_zh);
    row.fields_en.push_back(field->sheet_en);
  }
}

FeedRecordRow row_of(const Services& services, const Feed& feed, const FeedRecord& record, RecordFlag flag, const store::Snapshot& snapshot, const store::Scope& scope) {
  const collection::Collection& residents = services.residents();
  FeedRecordRow row;
  row.id = record.id;
  row.resident = record.resident;
  row.region = record.region;
  row.region_name = services.region_name(record.region);
  row.day = record.day;
  row.gone = record.gone;
  Cells cells(residents.fields.size());
  cells[residents.position("id")] = record.id.number;
  for (auto& [position, cell] : given_of(residents, record.cells)) cells[position] = std::move(cell);
  row.label = collection::title_of(residents, cells);
  if (flag == RecordFlag::incomplete || flag == RecordFlag::contradictory) name_fields(services, feed, record, flag, snapshot, scope, row);
  return row;
}

Result<FeedRecordList> records(const Services& services, Context& context, const FeedRecordsRequest& request) {
  const Result<RegionCode> place = place_of(context, request.region);
  if (!place) return place.error();
  const auto feeds = services.feeds(*place);
  const Feed* const feed = feeds->find(request.feed);
  if (feed == nullptr) return at("/feed", refuse("feeds.feed_unknown", {request.feed}));
  const store::Scope scope = store::Scope::of_account(*place).owned_by(context.caller().owner);
  FeedRecordList answer;
  services.store.read([&](store::Snapshot& snapshot) {
    Filter filter = flagged(request.feed, request.flag);
    answer.total = snapshot.count<FeedRecord>(scope, filter);
    filter.page(request.after.value_or(0), k_rows_a_page + 1);
    for (const FeedRecord& each : snapshot.select<FeedRecord>(scope, filter)) answer.rows.push_back(row_of(services, *feed, each, request.flag, snapshot, scope));
  });
  if (std::ssize(answer.rows) > k_rows_a_page) {
    answer.rows.resize(k_rows_a_page);
    answer.next = request.after.value_or(0) + k_rows_a_page;
  }
  return answer;
}

QualityPoint point_of(const FeedQuality& each) { return {each.day, each.records, each.incomplete, each.contradictory, each.gone, each.unknown}; }

Result<QualityPage> quality(const Services& services, Context& context, const PlaceRequest& request) {
  const Result<RegionCode> place = place_of(context, request.region);
  if (!place) return place.error();
  const auto feeds = services.feeds(*place);
  const Date today = context.now().beijing_day();
  std::map<std::pair<std::string, RegionCode>, QualityRow> rows;
  services.store.read([&](store::Snapshot& snapshot) {
    const store::Scope scope = store::Scope::of_account(*place).owned_by(context.caller().owner);
    snapshot.each<FeedQuality>(scope, Filter().order_by("day"), [&](const FeedQuality& each) { rows[{each.feed, each.region}].points.push_back(point_of(each)); });
  });
  QualityPage page;
  for (auto& [key, row] : rows) {
    const Feed* const feed = feeds->find(key.first);
    row.feed = key.first;
    row.name = feed != nullptr ? feed->name : key.first;
    row.name_en = feed != nullptr ? feed->name_en : key.first;
    row.region = key.second;
    row.region_name = services.region_name(key.second);
    row.every_days = feed != nullptr ? feed->every_days : 0;
    row.fresh = feed != nullptr && today.days() - row.points.back().day.days() <= feed->every_days;
    page.rows.push_back(std::move(row));
  }
  return page;
}

FeedRow feed_row(const Services& services, const Feed& feed, const store::Snapshot& snapshot, const store::Scope& scope, Date today) {
  FeedRow row{feed.feed, feed.name, feed.name_en, feed.sender, feed.sender_en, feed.adds_people, feed.whole_list, feed.example, feed.every_days, feed.key, feed.source, {}, {}, {}, false,
              0, 0, 0, 0, 0};
  for (const FeedColumn& column : feed.columns) {
    const collection::Field* const field = services.residents().find(column.field);
    row.columns.push_back({column.header, column.field, field == nullptr ? "" : field->sheet_zh, field == nullptr ? "" : field->sheet_en, column.trust});
  }
  const auto last = snapshot.first<Delivery>(scope, Filter().equals("feed", feed.feed).equals("state", DeliveryState::applied).order_by("day", store::Order::falling));
  if (last) {
    row.last_day = last->day;
    row.owed_by = Date::from_days(last->day.days() + feed.every_days);
    row.overdue = *row.owed_by < today;
  }
  const auto count = [&](RecordFlag flag) { return snapshot.count<FeedRecord>(scope, flagged(feed.feed, flag)); };
  row.records = count(RecordFlag::all);
  row.incomplete = count(RecordFlag::incomplete);
  row.contradictory = count(RecordFlag::contradictory);
  row.gone = count(RecordFlag::gone);
  row.unknown = count(RecordFlag::unknown);
  return row;
}

Result<FeedList> feeds(const Services& services, Context& context, const PlaceRequest& request) {
  const Result<RegionCode> place = place_of(context, request.region);
  if (!place) return place.error();
  FeedList answer;
  answer.region = *place;
  answer.region_name = services.region_name(*place);
  const auto all = services.feeds(*place);
  services.store.read([&](store::Snapshot& snapshot) {
    const store::Scope scope = store::Scope::of_account(*place).owned_by(context.caller().owner);
    for (const Feed& feed : all->all) answer.rows.push_back(feed_row(services, feed, snapshot, scope, context.now().beijing_day()));
    const auto open = [&](PersonTaskKind kind) { return snapshot.count<PersonTask>(scope, Filter().equals("state", PersonTaskState::open).equals("kind", kind)); };
    answer.same_open = open(PersonTaskKind::same_person);
    answer.contradictions_open = open(PersonTaskKind::contradiction);
  });
  return answer;
}

/// Follows merges of merges; a record that was parted again stands for itself.
Result<MergedInto> merged_into(const Services& services, Context& context, const SourcesRequest& request) {
  const store::Scope scope = store::acting_of(context).scope;
  return services.store.read([&](store::Snapshot& snapshot) {
    std::int64_t at = request.id.number;
    while (const auto merge = snapshot.first<PersonMerge>(store::Scope::country(), Filter().equals("gone", Cell(at)).is_absent("undone_at"))) at = merge->kept;
    MergedInto answer;
    if (at != request.id.number && snapshot.find(scope, Id<registry::Resident>{at})) answer.into = std::to_string(at);
    return answer;
  });
}

}  // namespace

void add_feed_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/feeds", http::needs({Power::people_read}), {"数据来源", "The sources of a place, what each gives and how it stands"},
                            [services](Context& context, const PlaceRequest& request) { return feeds(services, context, request); }));
}

void add_source_routes(const Services& services, http::RouteTable& table) {
  const auto reads = http::needs({Power::people_read});
  table.push_back(http::get("/api/feed-records", reads, {"来源记录：不完整、有矛盾、已不再包含、查无此人", "What a source says of people: incomplete, contradictory, no longer contained, unknown"},
                            [services](Context& context, const FeedRecordsRequest& request) { return records(services, context, request); })
                      .never_stored());
  table.push_back(http::get("/api/feed-quality", reads, {"数据质量", "How good the sources are, county by county over time"},
                            [services](Context& context, const PlaceRequest& request) { return quality(services, context, request); }));
  table.push_back(http::get("/api/people/{id}/merged-into", reads, {"此人的记录并入了哪一份", "Which record a person's was made one with"},
                            [services](Context& context, const SourcesRequest& request) { return merged_into(services, context, request); })
                      .never_stored());
  table.push_back(http::get("/api/people/{id}/sources", reads, {"一个人各字段的来源", "Where each of a person's values comes from"},
                            [services](Context& context, const SourcesRequest& request) { return person(services, context, request); })
                      .never_stored());
}

std::vector<store::TableDefinition> tables() {
  using store::indexed;
  return {store::table<Delivery>({indexed({"feed", "state", "day"}), indexed({"content"})}), store::table<FeedRecord>({indexed({"feed", "key"}), indexed({"resident"}), indexed({"delivery"})}),
          store::table<PersonTask>({indexed({"resident", "kind"}), indexed({"other"}), indexed({"state", "kind", "certainty"})}),
          store::table<PersonMerge>({indexed({"kept"}), indexed({"gone"}), indexed({"task"})}), store::table<FeedQuality>({indexed({"feed", "day"}), indexed({"delivery"})})};
}

http::RouteTable routes(const Services& services) {
  http::RouteTable table;
  add_feed_routes(services, table);
  add_delivery_routes(services, table);
  add_source_routes(services, table);
  add_task_routes(services, table);
  return table;
}

}  // namespace laoyou::feeds
