#include "print/qr_code.h"

#include <cairo.h>
#include <qrencode.h>

#include <memory>

#include "base/check.h"

namespace laoyou::print {

QrCode qr_code(std::string_view text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> made(QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M), QRcode_free);
  CHECK(made != nullptr);
  QrCode code{made->width, {}};
  for (int i = 0; i < made->width * made->width; ++i) code.dark.push_back((made->data[i] & 1) != 0);
  return code;
}

std::string qr_png(const QrCode& code, int square_px) {
  constexpr int k_quiet = 4;
  const int side = (code.width + 2 * k_quiet) * square_px;
  const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side), cairo_surface_destroy);
  const std::unique_ptr<cairo_t, void (*)(cairo_t*)> pen(cairo_create(surface.get()), cairo_destroy);
  cairo_set_source_rgb(pen.get(), 1, 1, 1);
  cairo_paint(pen.get());
  cairo_set_source_rgb(pen.get(), 0, 0, 0);
  for (int y = 0; y < code.width; ++y)
    for (int x = 0; x < code.width; ++x)
      if (code.dark[static_cast<std::size_t>(y * code.width + x)]) cairo_rectangle(pen.get(), (x + k_quiet) * square_px, (y + k_quiet) * square_px, square_px, square_px);
  cairo_fill(pen.get());
  std::string png;
  const auto append = [](void* given, const unsigned char* data, unsigned int size) {
    static_cast<std::string*>(given)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
  };
  CHECK(cairo_surface_write_to_png_stream(surface.get(), append, &png) == CAIRO_STATUS_SUCCESS);
  return png;
}

}  // namespace laoyou::print
