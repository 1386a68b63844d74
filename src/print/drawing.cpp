#include "print/drawing.h"

namespace laoyou::print {

DrawnPath rectangle(double x, double y, double width, double height) {
  DrawnPath path;
  path.rings = {{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}};
  path.closed = true;
  return path;
}

DrawnPath straight(Spot from, Spot to, Ink ink, double line_pt, bool dashed) {
  DrawnPath path;
  path.rings = {{from, to}};
  path.line = ink;
  path.line_pt = line_pt;
  path.dashed = dashed;
  return path;
}

}  // namespace laoyou::print
