#include "planning/report/reach_map.h"

#include <algorithm>
#include <cmath>

#include "planning/report/chart.h"
#include "planning/report/ground.h"
#include "planning/tiles/density.h"
#include "print/drawing_file.h"
#include "record/dictionary.h"

namespace laoyou::planning {
namespace {

using print::Align;
using print::DrawnPath;
using print::DrawnSign;
using print::DrawnWords;
using print::Spot;

constexpr double k_letters_pt = 8.5, k_line_pt = 16, k_title_pt = 24, k_most_bubble_pt = 13;
constexpr print::Ink k_ink = print::ink(0x17211F), k_soft = print::ink(0x52605C), k_place = print::ink(0x0E6E6E), k_reached = print::ink(0x0E6E6E, 0.22), k_missed = print::ink(0xC8641B, 0.55);

std::string label(const char* record, std::string_view value) { return record::dictionary().entry(record, value).zh; }

streets::Bounds bounds_within(const Situation& situation, RegionCode within) {
  streets::Bounds bounds;
  const auto [first, last] = situation.city().addresses_in(within);
  for (std::size_t at = first; at < last; ++at) bounds.widen(situation.city().addresses()[at].point);
  return bounds.empty() ? situation.city().bounds() : bounds;
}

DrawnPath area_on(const AreaAnswer& area, const MapFrame& frame) {
  DrawnPath path;
  for (const AreaRing& ring : area.rings) {
    path.rings.emplace_back();
    for (std::size_t at = 0; at + 1 < ring.points.size(); at += 2) path.rings.back().push_back(frame.spot({ring.points[at], ring.points[at + 1]}));
  }
  path.closed = true;
  path.fill = k_reached;
  path.line = print::ink(0x0E6E6E, 0.6);
  path.line_pt = 0.5;
  return path;
}

/// A village whose people are not all reached.
struct Missed {
  Spot at;
  std::string name;
  std::int64_t people = 0;
};
/// Those with the most people first.
std::vector<Missed> missed_villages(const ReachAnswer& reach, const MapFrame& frame) {
  std::vector<Missed> all;
  for (const ReachRow& row : reach.regions)
    if (row.level == "village" && row.not_reached >= k_floor) all.push_back({frame.spot({row.longitude, row.latitude}), row.name, row.not_reached});
  std::stable_sort(all.begin(), all.end(), [](const Missed& a, const Missed& b) { return a.people > b.people; });
  return all;
}

double bubble_pt(std::int64_t people, std::int64_t most) { return most <= 0 ? 0 : std::max(2.0, k_most_bubble_pt * std::sqrt(static_cast<double>(people) / static_cast<double>(most))); }

/// Names of the villages with the most people not reached; none upon another.
void draw_names(const std::vector<Missed>& missed, print::Drawing& drawing) {
  constexpr std::size_t k_names = 4;
  std::vector<print::Window> taken;
  for (const Missed& each : missed) {
    if (taken.size() >= k_names) return;
    const std::string text = each.name + " " + number_words(each.people);
    const double width = print::words_width_pt(text, k_letters_pt);
    const print::Window here{each.at.x - width / 2, each.at.y - k_line_pt / 2, width, k_line_pt};
    const bool free = std::none_of(taken.begin(), taken.end(), [&](const print::Window& other) {
      return here.x < other.x + other.width && other.x < here.x + here.width && here.y < other.y + other.height && other.y < here.y + here.height;
    });
    if (!free) continue;
    taken.push_back(here);
    drawing.shapes.push_back(DrawnWords{text, each.at, k_letters_pt, Align::centre, k_ink, false, true});
  }
}

void draw_places(const Situation& situation, const ReachAnswer& reach, const MapFrame& frame, print::Drawing& drawing) {
  for (const PlaceOnMap& place : situation.registers().places) {
    if (place.kind != reach.kind || !place.open_today || !place.point) continue;
    const Spot spot = frame.spot(*place.point);
    if (frame.shows(spot)) drawing.shapes.push_back(DrawnSign{print::SignShape::square, spot, 3, k_place});
  }
}

void draw_scale(const MapFrame& frame, double right, double y, print::Drawing& drawing) {
  constexpr double k_most_pt = 90, k_tick_pt = 4;
  const ScaleBar bar = scale_bar(frame, k_most_pt);
  DrawnPath path;
  path.rings = {{{right - bar.length_pt, y - k_tick_pt}, {right - bar.length_pt, y}, {right, y}, {right, y - k_tick_pt}}};
  path.line = k_ink;
  drawing.shapes.push_back(path);
  drawing.shapes.push_back(DrawnWords{bar.words, {right - bar.length_pt / 2, y - 7}, k_letters_pt, Align::centre, k_ink});
}

void draw_north(double x, double y, print::Drawing& drawing) {
  DrawnPath arrow;
  arrow.rings = {{{x, y}, {x - 4, y + 12}, {x, y + 9}, {x + 4, y + 12}}};
  arrow.closed = true;
  arrow.fill = k_ink;
  drawing.shapes.push_back(arrow);
  drawing.shapes.push_back(DrawnWords{"北", {x, y + 19}, k_letters_pt, Align::centre, k_ink, false, true});
}

/// What the signs stand for, from the left; returns where the next line begins.
double draw_legend(const ReachAnswer& reach, const std::vector<Missed>& missed, const MapFrame& frame, double width_pt, double y, print::Drawing& drawing) {
  constexpr double k_sign_pt = 20, k_gap_pt = 14, k_scale_pt = 110;
  double x = 0;
  const auto name = [&](const std::string& text, const print::Shape& sign) {
    drawing.shapes.push_back(sign);
    drawing.shapes.push_back(DrawnWords{text, {x + k_sign_pt, y}, k_letters_pt, Align::left, k_ink});
    x += k_sign_pt + print::words_width_pt(text, k_letters_pt) + k_gap_pt;
  };
  const std::string kind = label("institution_kind", record::Leaf<registry::InstitutionKind>::to_json_text(reach.kind));
  name(kind, DrawnSign{print::SignShape::square, {x + 8, y}, 3.4, k_place});
  DrawnPath field = print::rectangle(x, y - 5, 16, 10);
  field.fill = k_reached;
  field.line = print::ink(0x0E6E6E, 0.6);
  field.line_pt = 0.5;
  name("够得到的范围", field);
  if (!missed.empty()) name("够不到的人（最大 " + number_words(missed.front().people) + " 人）", DrawnSign{print::SignShape::circle, {x + 9, y}, 5.5, k_missed});
  if (x > width_pt - k_scale_pt) y += k_line_pt;
  draw_scale(frame, width_pt - 2, y + 4, drawing);
  return y + k_line_pt;
}

}  // namespace

std::string reach_map_title(const ReachAnswer& reach) {
  const std::string limit = reach.minutes ? number_words(std::llround(*reach.minutes)) + "分钟" : number_words(std::llround(reach.metres.value_or(0))) + "米";
  return label("travel_way", record::Leaf<TravelWay>::to_json_text(reach.way)) + limit + "够得到" + label("institution_kind", record::Leaf<registry::InstitutionKind>::to_json_text(reach.kind)) + "的范围和够不到的人";
}

print::Drawing reach_map(const Situation& situation, const ReachAnswer& reach, const AreaAnswer& area, RegionCode within, const std::string& source, const MapSheet& sheet) {
  const double top = sheet.title.empty() ? 0 : k_title_pt;
  const print::Window window{0, top, sheet.width_pt, sheet.map_height_pt};
  const MapFrame frame(bounds_within(situation, within), window);
  print::Drawing drawing{sheet.width_pt, 0, {}};  // as high as its legend makes it
  if (!sheet.title.empty()) drawing.shapes.push_back(DrawnWords{sheet.title, {sheet.width_pt / 2, k_title_pt / 2 - 2}, 13, Align::centre, k_ink, true});
  drawing.shapes.push_back(window);
  draw_ground(situation.city().map(), frame, drawing);
  drawing.shapes.push_back(area_on(area, frame));
  const std::vector<Missed> missed = missed_villages(reach, frame);
  for (const Missed& each : missed) drawing.shapes.push_back(DrawnSign{print::SignShape::circle, each.at, bubble_pt(each.people, missed.front().people), k_missed});
  draw_places(situation, reach, frame, drawing);
  draw_names(missed, drawing);
  draw_north(sheet.width_pt - 12, top + 6, drawing);
  drawing.shapes.push_back(print::Window{});
  DrawnPath edge = print::rectangle(0.25, top + 0.25, sheet.width_pt - 0.5, sheet.map_height_pt - 0.5);
  edge.line = k_soft;
  edge.line_pt = 0.5;
  drawing.shapes.push_back(edge);
  const double y = draw_legend(reach, missed, frame, sheet.width_pt, top + sheet.map_height_pt + 11, drawing);
  const Date day = situation.registers().day;
  drawing.shapes.push_back(DrawnWords{"地图：" + source, {0, y + 2}, k_letters_pt - 1, Align::left, k_soft});
  drawing.shapes.push_back(DrawnWords{"机构和人数截至" + day.text() + "；够不到不足" + number_words(k_floor) + "人的村（社区）不标。", {0, y + 14}, k_letters_pt - 1, Align::left, k_soft});
  drawing.height_pt = y + 14 + k_letters_pt;
  return drawing;
}

}  // namespace laoyou::planning
