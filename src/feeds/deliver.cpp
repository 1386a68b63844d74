#include "feeds/deliver.h"

#include "feeds/apply_delivery.h"
#include "feeds/desk.h"

namespace laoyou::feeds {

CheckedResult<DeliveryCounts> deliver(const Services& services, const store::Acting& acting, Delivery delivery, std::string_view csv) {
  const auto feeds = services.feeds(delivery.region);
  const Feed* const feed = feeds->find(delivery.feed);
  if (feed == nullptr) return Refusals{at("/feed", refuse("feeds.feed_unknown", {delivery.feed}))};
  Result<record::Sheet> sheet = record::read_sheet(csv, record::SheetFormat::csv);
  if (!sheet) return Refusals{sheet.error()};
  const collection::Desk desk{services.register_services, services.registers, services.residents(), acting};
  auto rows = read_delivery(desk, *feed, *sheet);
  if (!rows) return rows.error();
  delivery.id = {services.store.new_id()};
  delivery.format = "csv";
  const Considered considered = consider({desk, *feeds, *feed, delivery, services.index.finder()}, std::move(*rows));
  const store::Command apply = applying(delivery, considered, services.residents(), delivery.sent_by);
  const Result<void> done = services.store.write(acting, [&](store::Writing& writing) -> Result<void> {
    writing.insert(delivery);
    return apply(writing);
  }).result();
  if (!done) return Refusals{done.error()};
  return considered.found.counts;
}

}  // namespace laoyou::feeds
