#include "app/planning_import.h"

#include <ostream>

#include "app/engine_command.h"
#include "app/house.h"
#include "app/open_store.h"
#include "base/messages.h"
#include "planning/maps/keep_map.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou streets import --region CODE --name NAME [--source TEXT] [--format automatic|osm|bundle|addresses]\n"
    "  [--plan DIR] [--data DIR | --database URL] FILE\n"
    "  载入一座城市的地图（OpenStreetMap 的 .osm.pbf 或 .osm，点表和边表，或住址表），成为最新一版\n";

Result<planning::MapHead> head_of(const Options& options) {
  const auto region = RegionCode::parse(options.value("region").value_or(""));
  if (!region) return at("--region", region.error());
  planning::MapHead head{*region, options.value("name").value_or(""), options.value("source").value_or(""), planning::MapFormat::automatic, false};
  if (const auto format = options.value("format")) {
    const auto known = record::Leaf<planning::MapFormat>::from_json_text(*format);
    if (!known) return at("--format", known.error());
    head.format = *known;
  }
  return head;
}

int import(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  const auto head = head_of(options);
  if (!head) return say_refused({head.error()}, err);
  const auto bytes = read_whole_file(options.words().front());
  if (!bytes) return say_refused({bytes.error()}, err);
  plan::RunningPlans plans(options.value("plan").value_or("plans"));
  if (const auto loaded = plans.reload(); !loaded) return say_refused(loaded.error(), err);
  const SystemClock clock;
  SecureRandom random;
  House house(store, plans, clock, random);
  const auto kept = planning::keep_map(*bytes, *head, house.cities(), store, {0, "command", "streets"});
  if (!kept) return say_refused(kept.error(), err);
  out << "已载入“" << head->name << "”：点 " << kept->nodes << "，路 " << kept->ways << "，可通行 " << kept->ways_travelled << "；图内机构 " << kept->places_inside << " 处，图外 "
      << kept->places_outside << " 处\n";
  return 0;
}

}  // namespace

int streets_import_command(Words words, std::ostream& out, std::ostream& err) {
  const auto read = Options::read(words, {"region", "name", "source", "format", "plan", "data", "database", "key", "seal", "cipher", "node"}, {"new"});
  if (!read || read->words().size() != 1 || !read->has("region") || !read->has("name")) {
    if (!read) err << message(read.error(), Language::zh) << "\n";
    err << k_usage;
    return 2;
  }
  return with_store(words, {"region", "name", "source", "format", "plan"}, {}, k_usage, err, [&](const Options& options, store::Store& store) { return import(options, store, out, err); });
}

}  // namespace laoyou::app
