// Charts of papers: lines over years, and bars of shares.
#pragma once

#include <string>
#include <vector>

#include "print/drawing.h"

namespace laoyou::planning {

/// "12,345"; a minus sign, not a hyphen, before what is less than nothing.
std::string number_words(std::int64_t number);
/// "75.0%"
std::string percent_words(double share);

/// Lines are told apart by colour, sign and dash.
struct ChartLine {
  std::string name;
  print::Ink ink;
  print::SignShape sign = print::SignShape::circle;
  bool dashed = false;
  std::vector<double> values;  ///< one for each year
};

/// Between what and what a line may lie.
struct ChartBand {
  std::string name;
  print::Ink ink;
  std::vector<double> low, high;
};

struct LineChart {
  std::vector<std::string> years;
  std::string unit;
  std::vector<ChartLine> lines;
  std::vector<ChartBand> bands;
};

/// From nothing upwards; the last value of each line stands beside it where there is room.
print::Drawing line_chart(const LineChart& chart);

struct ShareBar {
  std::string name;
  double share = 0;   ///< 0 … 1
  std::string words;  ///< behind the bar
};
print::Drawing share_bars(const std::vector<ShareBar>& bars, print::Ink ink);

}  // namespace laoyou::planning
