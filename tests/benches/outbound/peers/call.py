"""Calls through a vendor's own package: call.py KIND ADDRESS WARM-UP COUNT UNDER-WAY"""

import asyncio
import sys
import time

KIND, ADDRESS = sys.argv[1:3]
WARM_UP, COUNT, UNDER_WAY = map(int, sys.argv[3:])
TEXT = "Your table is ready."


async def slack(use):
    import aiohttp
    from slack_sdk.web.async_client import AsyncWebClient

    # One session for all calls: the default makes a connection for each, at twice the cost.
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient("xoxb-emu", base_url=f"{ADDRESS}/api/", session=session)
        await use(lambda: client.chat_postMessage(channel="C0000000001", text=TEXT))


async def twilio(use):
    from twilio.http.async_http_client import AsyncTwilioHttpClient
    from twilio.rest import Client

    async with AsyncTwilioHttpClient() as http:
        client = Client("AC00000000000000000000000000000001", "secret", http_client=http)
        client.api.base_url = ADDRESS
        await use(lambda: client.messages.create_async(to="+15550100777", from_="+15550100001", body=TEXT))


async def measured(call):
    async def every(count):
        left = iter(range(count))

        async def one():
            for _ in left:
                await call()

        await asyncio.gather(*(one() for _ in range(UNDER_WAY)))

    await every(WARM_UP)
    began, before = time.perf_counter(), time.process_time()
    await every(COUNT)
    print(COUNT, time.perf_counter() - began, time.process_time() - before)


asyncio.run({"slack": slack, "twilio": twilio}[KIND](measured))
