// QR codes (GB/T 18284, ISO/IEC 18004) by libqrencode, as squares and as a picture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace laoyou::print {

/// The squares of a code, row by row; error correction M (15 %).
struct QrCode {
  int width = 0;            ///< squares a side, without the quiet border of four
  std::vector<bool> dark;
};

/// At most 2,000 bytes; more is our own mistake.
QrCode qr_code(std::string_view text);

/// Black on white with the quiet border; `square_px` pixels for each square.
std::string qr_png(const QrCode& code, int square_px = 8);

}  // namespace laoyou::print
