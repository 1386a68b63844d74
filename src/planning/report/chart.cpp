#include "planning/report/chart.h"

#include <algorithm>
#include <cmath>

#include "print/drawing_file.h"

namespace laoyou::planning {
namespace {

using print::Align;
using print::DrawnPath;
using print::DrawnSign;
using print::DrawnWords;
using print::Spot;

constexpr double k_width_pt = 440, k_letters_pt = 9;
constexpr print::Ink k_ink = print::ink(0x17211F), k_soft = print::ink(0x52605C), k_grid = print::ink(0xD9DEDB);

/// One, two or five with noughts behind, so that about four of them reach `most`.
double step_for(double most) {
  constexpr double k_steps = 4;
  const double rough = std::max(most / k_steps, 1e-9), ten = std::pow(10, std::floor(std::log10(rough)));
  for (const double step : {1.0, 2.0, 5.0})
    if (step * ten >= rough) return std::max(step * ten, 1.0);
  return std::max(10 * ten, 1.0);
}

double most_of(const LineChart& chart) {
  double most = 0;
  for (const ChartLine& line : chart.lines)
    for (const double value : line.values) most = std::max(most, value);
  for (const ChartBand& band : chart.bands)
    for (const double value : band.high) most = std::max(most, value);
  return most;
}

/// Where a chart's values stand on the paper.
struct Plane {
  double left, top, right, bottom, most;
  std::size_t years;
  double x(std::size_t at) const { return years < 2 ? (left + right) / 2 : left + (right - left) * static_cast<double>(at) / static_cast<double>(years - 1); }
  double y(double value) const { return bottom - (bottom - top) * value / most; }
};

void draw_legend(const LineChart& chart, print::Drawing& drawing) {
  constexpr double k_y = 8, k_sample_pt = 22, k_gap_pt = 16;
  double x = k_width_pt;
  const auto place = [&](const std::string& name) { x -= print::words_width_pt(name, k_letters_pt) + k_sample_pt + k_gap_pt; };
  for (const ChartBand& band : chart.bands) place(band.name);
  for (const ChartLine& line : chart.lines) place(line.name);
  x = std::max(x, 0.0);
  const auto name = [&](const std::string& text) {
    drawing.shapes.push_back(DrawnWords{text, {x + k_sample_pt + 4, k_y}, k_letters_pt, Align::left, k_ink});
    x += print::words_width_pt(text, k_letters_pt) + k_sample_pt + k_gap_pt;
  };
  for (const ChartLine& line : chart.lines) {
    drawing.shapes.push_back(print::straight({x, k_y}, {x + k_sample_pt, k_y}, line.ink, 1.6, line.dashed));
    drawing.shapes.push_back(DrawnSign{line.sign, {x + k_sample_pt / 2, k_y}, 3, line.ink});
    name(line.name);
  }
  for (const ChartBand& band : chart.bands) {
    DrawnPath sample = print::rectangle(x, k_y - 4, k_sample_pt, 8);
    sample.fill = band.ink;
    drawing.shapes.push_back(sample);
    name(band.name);
  }
}

void draw_grid(const LineChart& chart, const Plane& plane, double step, print::Drawing& drawing) {
  for (double value = 0; value <= plane.most + step / 2; value += step) {
    drawing.shapes.push_back(print::straight({plane.left, plane.y(value)}, {plane.right, plane.y(value)}, value == 0 ? k_soft : k_grid, value == 0 ? 0.8 : 0.5));
    drawing.shapes.push_back(DrawnWords{number_words(std::llround(value)), {plane.left - 5, plane.y(value)}, k_letters_pt, Align::right, k_soft});
  }
  drawing.shapes.push_back(DrawnWords{chart.unit, {0, 8}, k_letters_pt, Align::left, k_soft});
  const std::size_t every = std::max<std::size_t>(1, (chart.years.size() + 11) / 12);
  for (std::size_t at = 0; at < chart.years.size(); at += every) drawing.shapes.push_back(DrawnWords{chart.years[at], {plane.x(at), plane.bottom + 10}, k_letters_pt, Align::centre, k_soft});
}

void draw_band(const ChartBand& band, const Plane& plane, print::Drawing& drawing) {
  DrawnPath path;
  path.rings.emplace_back();
  for (std::size_t at = 0; at < band.high.size(); ++at) path.rings.back().push_back({plane.x(at), plane.y(band.high[at])});
  for (std::size_t at = band.low.size(); at-- > 0;) path.rings.back().push_back({plane.x(at), plane.y(band.low[at])});
  path.closed = true;
  path.fill = band.ink;
  drawing.shapes.push_back(path);
}

void draw_line(const ChartLine& line, const Plane& plane, print::Drawing& drawing) {
  DrawnPath path;
  path.rings.emplace_back();
  for (std::size_t at = 0; at < line.values.size(); ++at) path.rings.back().push_back({plane.x(at), plane.y(line.values[at])});
  path.line = line.ink;
  path.line_pt = 1.6;
  path.dashed = line.dashed;
  drawing.shapes.push_back(path);
  for (const Spot& spot : path.rings.back()) drawing.shapes.push_back(DrawnSign{line.sign, spot, 2.6, line.ink});
}

/// Numbers at the lines' ends, from the highest down; one that would lie on another is left out.
void draw_ends(const LineChart& chart, const Plane& plane, print::Drawing& drawing) {
  std::vector<const ChartLine*> lines;
  for (const ChartLine& line : chart.lines)
    if (!line.values.empty()) lines.push_back(&line);
  std::stable_sort(lines.begin(), lines.end(), [](const auto* a, const auto* b) { return a->values.back() > b->values.back(); });
  double above = -INFINITY;
  for (const ChartLine* line : lines) {
    const double y = plane.y(line->values.back());
    if (y - above < k_letters_pt + 1) continue;
    drawing.shapes.push_back(DrawnWords{number_words(std::llround(line->values.back())), {plane.x(line->values.size() - 1) + 7, y}, k_letters_pt, Align::left, line->ink, true});
    above = y;
  }
}

}  // namespace

std::string number_words(std::int64_t number) {
  std::string text = std::to_string(number < 0 ? -number : number);
  for (int at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), 1, ',');
  return number < 0 ? "−" + text : text;
}

std::string percent_words(double share) {
  const auto tenths = static_cast<std::int64_t>(std::llround(share * 1000));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

print::Drawing line_chart(const LineChart& chart) {
  constexpr double k_height_pt = 170, k_top_pt = 26, k_bottom_pt = 20;
  const double step = step_for(most_of(chart)), most = std::max(step, std::ceil(most_of(chart) / step) * step);
  const double beside = print::words_width_pt(number_words(std::llround(most)), k_letters_pt, true) + 10;
  const Plane plane{beside, k_top_pt, k_width_pt - beside, k_height_pt - k_bottom_pt, most, chart.years.size()};
  print::Drawing drawing{k_width_pt, k_height_pt, {}};
  draw_grid(chart, plane, step, drawing);
  draw_legend(chart, drawing);
  for (const ChartBand& band : chart.bands) draw_band(band, plane, drawing);
  for (const ChartLine& line : chart.lines) draw_line(line, plane, drawing);
  draw_ends(chart, plane, drawing);
  return drawing;
}

print::Drawing share_bars(const std::vector<ShareBar>& bars, print::Ink ink) {
  constexpr double k_row_pt = 20, k_bar_pt = 11, k_axis_pt = 16;
  double names = 0, words = 0;
  for (const ShareBar& bar : bars) names = std::max(names, print::words_width_pt(bar.name, k_letters_pt)), words = std::max(words, print::words_width_pt(bar.words, k_letters_pt));
  const double left = names + 8, right = k_width_pt - words - 8, bottom = k_row_pt * static_cast<double>(bars.size());
  print::Drawing drawing{k_width_pt, bottom + k_axis_pt, {}};
  for (const int percent : {0, 25, 50, 75, 100}) {
    const double x = left + (right - left) * percent / 100;
    drawing.shapes.push_back(print::straight({x, 0}, {x, bottom}, percent == 0 ? k_soft : k_grid, percent == 0 ? 0.8 : 0.5));
    drawing.shapes.push_back(DrawnWords{std::to_string(percent) + "%", {x, bottom + 8}, k_letters_pt, Align::centre, k_soft});
  }
  for (std::size_t at = 0; at < bars.size(); ++at) {
    const double middle = k_row_pt * (static_cast<double>(at) + 0.5), end = left + (right - left) * std::clamp(bars[at].share, 0.0, 1.0);
    DrawnPath bar = print::rectangle(left, middle - k_bar_pt / 2, end - left, k_bar_pt);
    bar.fill = ink;
    drawing.shapes.push_back(bar);
    drawing.shapes.push_back(DrawnWords{bars[at].name, {left - 5, middle}, k_letters_pt, Align::right, k_ink});
    drawing.shapes.push_back(DrawnWords{bars[at].words, {end + 5, middle}, k_letters_pt, Align::left, k_ink, false, true});
  }
  return drawing;
}

}  // namespace laoyou::planning
