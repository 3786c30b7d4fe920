interface Asked {
  q?: string
  after?: string
}

/** The address of the list of customers. */
export function customersAddress(asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
  return query.size > 0 ? `/desk/customers?${query}` : "/desk/customers"
}
