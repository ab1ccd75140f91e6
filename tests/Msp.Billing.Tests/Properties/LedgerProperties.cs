using CsCheck;
using Msp.Billing.Invoicing;
using Msp.Billing.Ledger;

namespace Msp.Billing.Tests.Properties;

/// <summary>The books agree with the documents whatever happens to a contract. Number 4 of the design's list.</summary>
public sealed class LedgerProperties
{
    [Fact]
    public void The_books_balance_after_every_document_and_deferred_revenue_closes_to_zero() => Recipes.Any.Sample(
        recipe =>
        {
            var (postings, journal, deferrals, documents) = (new Postings(AccountMap.Standard), new Journal(), new List<Deferral>(), new List<PostedDocument>());
            var currency = recipe.Terms.Currency;
            recipe.Play(moment =>
            {
                if (moment.Draft is { } draft)
                {
                    var document = PostedDocument.Of(draft, "main", documents.Count + 1, moment.KnownAt, CanonicalDocument.NoPredecessor);
                    documents.Add(document);
                    deferrals.AddRange(document.Lines.Select(line => Deferral.Of(line, document.IssueDay, currency, AccountMap.Standard)).OfType<Deferral>());
                    Assert.True(journal.Post(postings.Of(document)));
                }

                Recognise(moment.Day);
                var balance = journal.Balance(currency);
                Assert.True(balance.IsBalanced);

                // What is owed and credited is the documents' total; what was earned or deferred is their net; the tax is theirs.
                Assert.Equal(documents.Sum(document => document.TotalMinorUnits), balance.Of(AccountRole.Receivable).MinorUnits + balance.Of(AccountRole.CustomerCredit).MinorUnits);
                Assert.Equal(-documents.Sum(document => document.SubtotalMinorUnits), balance.Of(AccountRole.Revenue).MinorUnits + balance.Of(AccountRole.DeferredRevenue).MinorUnits);
                Assert.Equal(-documents.Sum(document => document.TaxMinorUnits), balance.Of(AccountRole.Tax).MinorUnits);

                // What is deferred is exactly what the schedules still have to earn.
                Assert.Equal(deferrals.Sum(deferral => deferral.MinorUnits - deferral.EarnedThrough(moment.Day)), -balance.Of(AccountRole.DeferredRevenue).MinorUnits);
            });

            Recognise(DateOnly.MaxValue);
            Assert.True(journal.Balance(currency).Of(AccountRole.DeferredRevenue).IsZero);

            void Recognise(DateOnly day)
            {
                journal.Post(postings.OfRecognition($"REC-{journal.Entries.Count}", day, currency, deferrals, journal.Entries));
                Assert.Empty(postings.OfRecognition("again", day, currency, deferrals, journal.Entries).Lines);
            }
        },
        iter: 300);
}
