namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The month as the database itself can do it, in four statements of one transaction: no row leaves it. Whole numbers throughout, halves upwards.</summary>
internal static class SetBasedMonth
{
    /// <summary>The statements.</summary>
    /// <param name="days">How many days of March lie between start_date and end_date, which may be null.</param>
    /// <param name="number">The identifier id in seven digits.</param>
    /// <param name="due">The day that is terms_days after the first of April.</param>
    internal static string Sql(string days, string number, string due) => $"""
        create temp table rated as
        select contract_id, customer_id, terms_days, rate_e4, line_no, charge_id, description, quantity_e3, unit_price_e4,
               case when prorate <> 0 then (2 * exact_e7 * days + 3100000) / 6200000 else (2 * exact_e7 + 100000) / 200000 end as amount
          from (select due.contract_id, due.customer_id, due.terms_days, due.rate_e4, due.days, line_no, charge_id, description, quantity_e3, unit_price_e4, prorate,
                       case when kind = 'graduated'
                            then (select cast(sum(((case when upper_qty is null or upper_qty * 1000 > quantity_e3 then quantity_e3 else upper_qty * 1000 end) - lower_qty * 1000) * price_tier.unit_price_e4) as bigint)
                                    from price_tier where price_tier.tier_table = metered.tier_table and lower_qty * 1000 < quantity_e3)
                            else quantity_e3 * unit_price_e4 end as exact_e7
                  from (select contract.id as contract_id, contract.customer_id, contract.terms_days, tax_rate.rate_e4, {days} as days
                          from contract
                          join customer on customer.id = contract.customer_id
                          join tax_rate on tax_rate.code = customer.tax_code
                         where contract.start_date < '2026-04-01' and (contract.end_date is null or contract.end_date > '2026-03-01')
                           and not exists (select 1 from invoice where invoice.contract_id = contract.id and invoice.period_start = '2026-03-01')) as due
                  join (select charge.contract_id as metered_contract, charge.id as charge_id, charge.line_no, charge.kind, charge.description, charge.unit_price_e4, charge.tier_table, charge.prorate,
                               case charge.kind
                                 when 'flat' then 1000
                                 when 'allowance' then case when coalesce(usage.quantity_e3, 0) > charge.included_e3 then usage.quantity_e3 - charge.included_e3 else 0 end
                                 when 'increment' then (coalesce(usage.quantity_e3, 0) + 14999) / 15000 * 250
                                 else coalesce(usage.quantity_e3, 0) end as quantity_e3
                          from charge
                          left join usage on usage.period_start = '2026-03-01' and usage.contract_id = charge.contract_id and usage.line_no = charge.line_no) as metered
                    on metered.metered_contract = due.contract_id) as priced;
        create temp table billed as
        select (select next_value from invoice_series where series = 'INV-2026') - 1 + row_number() over (order by contract_id) as id,
               contract_id, customer_id, terms_days, rate_e4, subtotal, (2 * subtotal * rate_e4 + 10000) / 20000 as tax
          from (select contract_id, customer_id, terms_days, rate_e4, cast(sum(amount) as bigint) as subtotal
                  from rated group by contract_id, customer_id, terms_days, rate_e4) as totals;
        insert into invoice
        select id, 'INV-2026-' || {number}, contract_id, customer_id, '2026-03-01', '2026-04-01', '2026-04-01', {due}, 'USD', subtotal, rate_e4, tax, subtotal + tax, 'issued'
          from billed order by id;
        insert into invoice_line
        select billed.id, rated.line_no, rated.charge_id, rated.description, rated.quantity_e3, rated.unit_price_e4, rated.amount
          from rated join billed on billed.contract_id = rated.contract_id order by billed.id, rated.line_no;
        update invoice_series set next_value = next_value + (select count(*) from billed) where series = 'INV-2026';
        """;
}
